package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// epithet is the likeliest of the named people near by of whom "the nominee", "the billionaire", "the lawmaker" can be another
// word, or nil: nouns with which news go on speaking of somebody without having called him so before. Nouns of other
// offices are none of them: "the judge" may be one who was not spoken of. Who is known to be what the noun says goes first.
func (r *run) epithet(m *event.Mention, noun *facts.Noun, f modifiers, plural bool) *entity {
	if plural || noun.Kind == "organization" || f.of != nil && !isParty(f.of) {
		return nil
	}
	at, gender := m.Ref(), genderOfNoun(noun)
	fits := func(e *entity) bool {
		return individual(e) && e.p.Named && suits(e, noun, gender) && !r.commands(e, at) &&
			(gender == "" || e.gender == "" || e.gender == gender) && !otherParty(e, f) &&
			(f.country == "" || e.p.Country == "" || f.country == e.p.Country) && e.former == f.former
	}
	if noun.Role != "" {
		same := func(e *entity) bool { return e.p.Role == noun.Role && fits(e) }
		if e := likeliest(r.candidates(at, gender, nil, same), &ofOne); e != nil {
			return e
		}
	}
	return likeliest(r.candidates(at, gender, nil, fits), &ofOne)
}

// suits reports whether a noun that nobody was called by can be another word for what somebody is.
func suits(e *entity, noun *facts.Noun, gender string) bool {
	sector := ""
	if len(e.p.Sectors) > 0 {
		sector = e.p.Sectors[0]
	}
	last := noun.Words[strings.LastIndexByte(noun.Words, ' ')+1:]
	switch {
	case noun.Role == "candidate":
		return slices.Contains([]string{"", "PTY", "GOV", "ELI", "LEG", "OPP", "BUS"}, sector)
	case noun.Role == "legislator":
		return e.p.Role == "legislator" && (last == "lawmaker" || last == "legislator")
	case last == "politician":
		return slices.Contains([]string{"PTY", "GOV", "ELI", "LEG", "OPP"}, sector)
	case len(noun.Sectors) > 0 && noun.Sectors[0] == "BUS":
		return sector == "" || sector == "BUS" || e.p.Role == "candidate"
	case len(noun.Sectors) > 0 && slices.Contains([]string{"JRN", "EDU", "MED"}, noun.Sectors[0]):
		return sector == noun.Sectors[0]
	case last == "man" || last == "woman":
		return e.gender == gender && e.p.Role == "" && (sector == "" || sector == "CVL")
	case last == "official":
		return e.source && slices.Contains([]string{"official", "spokesperson", "envoy", "minister", "deputy", "representative"}, e.p.Role)
	}
	return false
}

// commands reports whether an entity is the subject of a clause around word at: "Graham said the senator" speaks of two.
func (r *run) commands(e *entity, at text.Ref) bool {
	t := r.trees[at.Sentence]
	for c := t.Clause(at.Token); ; c = t.Clause(t.Head(c)) {
		if s := t.Subject(c); s >= 0 && s != at.Token && r.entityAt(t.Ref(r.standsFor(t, s))) == e {
			return true
		}
		if t.Head(c) < 0 {
			return false
		}
	}
}

// bodyFor is the named body, the last source first, of which "the newspaper", "the company", "the agency" can be another word,
// if none was called so before; nil if there is none.
func (r *run) bodyFor(m *event.Mention, noun *facts.Noun, f modifiers, plural bool) *entity {
	if plural || noun.Kind != "organization" || !f.definite && !f.demonstr || f.indef || f.number || f.other || f.extra || f.country != "" || f.of != nil {
		return nil
	}
	for _, e := range r.recent {
		if e.called(noun.Words) {
			return nil
		}
	}
	return likeliest(r.candidates(m.Ref(), "", nil, func(e *entity) bool {
		return !e.human && !e.state && !e.plural && e.p.Named && e.p.Kind == event.EntityOrganization && sameTrade(e, noun)
	}), &ofOthers)
}

// sameTrade reports whether a noun is of what a body does, or may do where that is not known.
func sameTrade(e *entity, noun *facts.Noun) bool {
	if noun.Words == "agency" {
		return len(e.p.Sectors) > 0 && slices.Contains([]string{"GOV", "SPY", "COP", "JRN", "IGO"}, e.p.Sectors[0])
	}
	if len(noun.Sectors) == 0 || !slices.Contains([]string{"JRN", "BUS", "PTY", "LAB", "NGO"}, noun.Sectors[0]) {
		return false
	}
	if len(e.p.Sectors) == 0 {
		return noun.Sectors[0] == "JRN" || noun.Sectors[0] == "BUS"
	}
	return e.p.Sectors[0] == noun.Sectors[0]
}

// isParty reports whether an entity is a party.
func isParty(e *entity) bool { return !e.human && !e.state && slices.Contains(e.p.Sectors, "PTY") }

// partyOf is the party that an adjective or a member's name tells of, "" if it is none.
func partyOf(word string) string {
	switch word {
	case "republican", "gop":
		return "republican"
	case "democrat", "democratic":
		return "democratic"
	case "tory", "conservative":
		return "conservative"
	case "labour", "labor", "socialist", "communist", "liberal", "green", "libertarian":
		return word
	}
	return ""
}

// otherParty reports whether a description gives somebody to another party than the article did.
func otherParty(e *entity, f modifiers) bool {
	return f.party != "" && e.party != "" && f.party != e.party
}

// teams are nouns of deeds or places that also stand for those who do or sit there, where they speak.
var teams = []string{"campaign", "team", "camp", "staff", "office", "ticket", "operation", "transition", "delegation", "panel"}

// isTeam reports whether a mention of something stands for people who speak: "the Holm campaign said".
func (r *run) isTeam(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	if m.Kind != event.Other || m.Form != event.ByNominal || !slices.Contains(teams, t.Lemmas[m.Head]) || r.isPlural(m) {
		return false
	}
	return r.source[m.Ref()]
}

// media are nouns, of other things too, for who prints or sends.
var media = []string{"paper", "network", "channel", "outlet", "publication", "site", "website", "show"}

// unlisted finds or makes whom a noun speaks of that is in no list: whoever was called by it before, if it comes with "the".
func (r *run) unlisted(m *event.Mention, f modifiers) *entity {
	t := r.trees[m.Range.Sentence]
	lemma, plural := t.Lemmas[m.Head], r.isPlural(m)
	if (f.definite || f.demonstr || f.of != nil) && !f.indef && (!f.number || isAge(t, m.Head)) && !f.other {
		if e := r.calledBefore(lemma, f, plural); e != nil {
			return e
		}
		if e := r.unlistedEpithet(m, f, plural); e != nil {
			return e
		}
	}
	e := r.fresh(m, nil, f)
	e.calls(lemma)
	if slices.Contains(teams, lemma) && !e.human {
		e.p.Kind = event.EntityOrganization
		if lemma == "campaign" {
			e.p.Sectors = []string{"PTY"}
		}
	}
	return e
}

// calledBefore is the last one who was called by a noun and whom the modifiers fit, or nil.
func (r *run) calledBefore(lemma string, f modifiers, plural bool) *entity {
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if e.called(lemma) && e.plural == plural && !e.state && (f.of == nil || f.of.final() == e.of.final()) &&
			(f.country == "" || f.country == e.p.Country) {
			return e
		}
	}
	return nil
}

// unlistedEpithet is whom "the 45-year-old" and "the network" speak of: somebody, or a medium, named near by.
func (r *run) unlistedEpithet(m *event.Mention, f modifiers, plural bool) *entity {
	t, at := r.trees[m.Range.Sentence], m.Ref()
	switch {
	case plural || f.of != nil:
		return nil
	case isAge(t, m.Head):
		return likeliest(r.candidates(at, "", nil, func(e *entity) bool {
			return individual(e) && e.p.Named && !r.commands(e, at)
		}), &ofOne)
	case slices.Contains(media, t.Lemmas[m.Head]) && !f.extra:
		return likeliest(r.candidates(at, "", nil, func(e *entity) bool {
			return !e.human && e.p.Named && e.actsFor("JRN")
		}), &ofOthers)
	}
	return nil
}

// isAge reports whether word i ends "45-year-old".
func isAge(t *syntax.Tree, i int) bool {
	return t.Lower(i) == "old" && i >= 3 && t.Form(i-1) == "-" && t.Lemmas[i-2] == "year" || strings.HasSuffix(t.Lower(i), "-year-old")
}
