package actors

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// isGovernment reports whether a noun speaks of a state's government as a whole.
func isGovernment(words string) bool {
	switch words {
	case "government", "regime", "administration", "federal government", "central government", "leadership", "cabinet", "interim government",
		"transitional government", "military government", "coalition government", "unity government", "caretaker government", "junta", "ruling junta",
		"military junta", "dictatorship", "monarchy", "presidency":
		return true
	}
	return false
}

// government resolves "Libya's government", "the Gaddafi regime", and "the government" to the state last spoken of as one that
// governs.
func (r *run) government(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	t := r.trees[m.Range.Sentence]
	if r.isPlural(m) || f.former || f.other || f.indef && f.country == "" {
		return nil
	}
	switch {
	case isGovernment(noun.Words):
		if f.of != nil && f.of.p.Country != "" && !slices.Contains(f.of.p.Sectors, "GOV") && !f.of.state {
			return nil // the rebels' government
		}
		if e := r.stateByCode(f.country); e != nil {
			if t.Dependent(m.Head, "cop") >= 0 { // a predicate says what somebody is, not who there is
				return nil
			}
			return e
		}
		if f.country == "" && (f.definite || f.demonstr) && f.of == nil {
			return r.lastState(true)
		}
	case isStateNoun(noun.Words):
		if f.country != "" && !f.indef {
			return r.stateByCode(f.country)
		}
		if f.definite || f.demonstr {
			return r.lastStateIn(m.Range.Sentence)
		}
	}
	return nil
}

// lastStateIn is the state, or the state of whoever was, spoken of last in a sentence; else the state spoken of last before.
func (r *run) lastStateIn(sentence int) *entity {
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if len(e.p.Mentions) == 0 || e.lastMention().Range.Sentence != sentence || e.p.Country == "" {
			continue
		}
		if s := r.stateByCode(e.p.Country); s != nil && (e.state || len(e.p.Sectors) > 0 && e.p.Sectors[0] == "GOV") {
			return s
		}
	}
	return r.lastState(false)
}

// owned resolves "their organisation" to its owner, and "Taliban fighters" to the Taliban.
func (r *run) owned(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	if f.of == nil || f.indef || f.number || f.other || f.extra {
		return nil
	}
	of := f.of.final()
	t := r.trees[m.Range.Sentence]
	p := t.Dependent(m.Head, "nmod:poss")
	switch {
	case noun.Kind == "organization" && generic(noun.Words) && p >= 0 && t.UPOS[p] == "PRON" && !of.human:
		return of
	case f.byName && noun.Kind == "organization" && !of.human && !of.state && of.p.Named && (generic(noun.Words) || sameLine(noun, of)):
		return of // the Hamas movement, the Xinhua news agency
	case of.p.Kind == event.EntityArmedGroup && noun.Kind == "people" && r.isPlural(m) && armed(noun):
		return of
	}
	return nil
}

// sameLine reports whether a noun is of what a body is: a news agency, a party, a militia.
func sameLine(noun *facts.Noun, of *entity) bool {
	if len(noun.Sectors) == 0 || len(of.p.Sectors) == 0 || noun.Sectors[0] != of.p.Sectors[0] {
		return false
	}
	return slices.Contains([]string{"JRN", "REB", "PTY", "BUS", "PRM"}, noun.Sectors[0])
}

// armed reports whether a noun is one of fighters.
func armed(noun *facts.Noun) bool {
	return slices.ContainsFunc(noun.Sectors, func(s string) bool { return s == "REB" || s == "UAF" || s == "PRM" })
}

// isStateNoun reports whether a noun speaks of a state without saying which.
func isStateNoun(words string) bool {
	switch words {
	case "country", "nation", "state", "republic", "kingdom", "superpower", "world power", "member state", "regional power", "emirate":
		return true
	}
	return false
}

// homeState is the state that the article has spoken of most so far.
func (r *run) homeState() *entity {
	var best *entity
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; e.state && (best == nil || len(e.p.Mentions) > len(best.p.Mentions)) {
			best = e
		}
	}
	return best
}

// stateOfSubject is the state of the last subject, if that is a people or officials: "Icelanders … the government".
func (r *run) stateOfSubject() *entity {
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if !e.subject || !e.human {
			continue
		}
		if e.plural && e.p.Country != "" && (e.p.Named || slices.Contains(e.p.Sectors, "GOV")) {
			return r.stateByCode(e.p.Country)
		}
		return nil
	}
	return nil
}

// lastState is the state spoken of last as one that acts; the last one called a government if governing.
func (r *run) lastState(governing bool) *entity {
	for i := len(r.recent) - 1; i >= 0 && governing; i-- {
		if e := r.recent[i]; e.governs {
			return e
		}
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; e.state && e.subject && !governing {
			return e
		}
	}
	if governing {
		if e := r.stateOfSubject(); e != nil {
			return e
		}
		return r.homeState()
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; e.state {
			return e
		}
	}
	return nil
}
