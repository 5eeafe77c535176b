package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/text"
)

// antecedent is the last participant that "the …" can speak of; for a source of statements the last source first.
func (r *run) antecedent(m *event.Mention, noun *facts.Noun, f modifiers, plural bool) *entity {
	isSource := r.source[text.Ref{Sentence: m.Range.Sentence, Token: m.Head}]
	if isSource && r.lastSource != nil {
		if e := r.lastSource.final(); r.canBe(e, noun, f, plural) {
			return e
		}
		for i := len(r.recent) - 1; i >= 0; i-- {
			if e := r.recent[i]; e.source && r.canBe(e, noun, f, plural) {
				return e
			}
		}
	}
	for _, exact := range []bool{true, false} {
		for i := len(r.recent) - 1; i >= 0; i-- {
			if e := r.recent[i]; (!exact || e.called(noun.Words)) && r.canBe(e, noun, f, plural) && !r.together(e, m.Ref()) {
				return e
			}
		}
	}
	return nil
}

// canBe reports whether a description can speak of an entity.
func (r *run) canBe(e *entity, noun *facts.Noun, f modifiers, plural bool) bool {
	if e.plural != plural || e.human != (noun.Kind != "organization") || e.state || e.former && !f.former && noun.Kind == "role" && !e.p.Named {
		return false
	}
	if otherParty(e, f) {
		return false
	}
	if f.country != "" && e.p.Country != "" && f.country != e.p.Country || f.extra && !e.called(noun.Words) || !sameOwner(e, f.of) {
		return false
	}
	last := noun.Words[strings.LastIndexByte(noun.Words, ' ')+1:]
	if e.called(noun.Words) || e.called(last) {
		return true
	}
	if noun.Kind == "organization" {
		return len(noun.Sectors) == 0 && !e.human && generic(last) && e.p.Named
	}
	return sameRole(e, noun, last)
}

// sameOwner reports whether an entity can belong to whom a description gives it: it does, or acts for the same sector there.
func sameOwner(e, of *entity) bool {
	if of == nil || of.state {
		return true
	}
	if e.of != nil && !(isParty(of) && e.of.final().human) {
		return e.of.final() == of.final()
	}
	if isParty(of) && e.human { // the party is told apart by what the article says of it
		return true
	}
	return e.p.Country == of.p.Country && len(e.p.Sectors) > 0 && slices.Contains(of.p.Sectors, e.p.Sectors[0])
}

// generic reports whether a noun fits any body.
func generic(noun string) bool {
	return slices.Contains([]string{"group", "organization", "organisation", "movement", "body", "institution", "alliance", "bloc"}, noun)
}

// sameRole reports whether a noun of office or a word for any human fits what somebody is.
func sameRole(e *entity, noun *facts.Noun, last string) bool {
	switch {
	case last == "official" || last == "diplomat":
		return !e.p.Named && slices.Contains([]string{"official", "spokesperson", "envoy", "minister", "deputy", "representative"}, e.p.Role)
	case last == "man" || last == "woman" || last == "person":
		return !e.p.Named && (e.gender == "" || e.gender == genderOfNoun(noun)) && e.p.Role != ""
	case noun.Role == "":
		return false
	case noun.Role == "leader":
		return e.p.Role == "leader" && !otherOffice(e, noun.Words) && (len(noun.Sectors) == 0 || slices.Contains(e.p.Sectors, noun.Sectors[0]))
	}
	return e.p.Role == noun.Role && slices.Contains([]string{"spokesperson", "minister", "deputy", "envoy", "judge", "prosecutor", "commander", "lawyer"}, noun.Role) &&
		strings.HasSuffix(noun.Words, last) && noun.Words == last
}
