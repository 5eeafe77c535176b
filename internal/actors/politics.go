package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
)

// politicians gives people named, of whom nothing is known, what words beside their names tell of their part in politics: "Jan Petersen (R-Ohio)",
// "Reps. Alan Dunn and Peter Voss", "the Lund campaign", "voted for Reyes".
func (r *run) politicians() {
	for _, e := range r.all {
		if e.gone != nil || !e.p.Named || e.p.Kind != event.EntityPerson || len(e.p.Sectors) > 0 {
			continue
		}
		for i, m := range e.p.Mentions {
			if i == maxPlaced || len(e.p.Sectors) > 0 {
				break
			}
			t := r.trees[m.Range.Sentence]
			switch x := r.mentions.At(t.Ref(m.Head)); {
			case x == nil || x.Form != event.ByName:
			case isPartyAndState(t, x.Name.End):
				e.setSectors([]string{"LEG"})
				e.setCountry("USA", false)
			case r.sharesTitle(e, t, m.Head):
			case isCandidate(t, m.Head):
				e.setSectors([]string{"PTY"})
				if e.p.Role == "" {
					e.p.Role = "candidate"
				}
			}
		}
	}
}

// isPartyAndState reports whether a party's letter and a state follow a name of Congress: "(R-Ohio)", ", D-N.Y.,".
func isPartyAndState(t *syntax.Tree, w int) bool {
	if w+2 >= t.Len() || t.Form(w) != "(" && t.Form(w) != "," {
		return false
	}
	letter, state, found := strings.Cut(t.Form(w+1), "-")
	if !found && t.Form(w+2) == "-" && w+3 < t.Len() {
		state = t.Form(w + 3)
	}
	return (letter == "R" || letter == "D" || letter == "I") && upper(state)
}

// sharesTitle gives somebody the sectors of a title in the plural before the first of the names that his is joined to: "Reps. Alan Dunn and Peter
// Voss".
func (r *run) sharesTitle(e *entity, t *syntax.Tree, head int) bool {
	for d := range t.Dependents(t.FirstConjunct(head)) {
		if !t.Is(d, "nmod:desc") || d > head {
			continue
		}
		noun := r.k.nouns[abbreviations[strings.TrimSuffix(strings.TrimSuffix(t.Lower(d), "."), "s")]]
		if noun == nil && t.Feat(d, "Number") == "Plur" {
			noun, _ = facts.MatchNoun(r.k.nouns, t, d)
		}
		if noun != nil && noun.Kind == "role" && len(noun.Sectors) > 0 {
			e.setSectors(noun.Sectors)
			return true
		}
	}
	return false
}

// Whose these are runs for office.
var candidates = []string{"campaign", "candidacy", "nomination", "delegate", "surrogate", "supporter", "voter", "presidency", "camp"}

// isCandidate reports whether word w owns what only a candidate has, or is whom people vote for or endorse.
func isCandidate(t *syntax.Tree, w int) bool {
	h := t.Head(w)
	if h < 0 {
		return false
	}
	switch {
	case t.UPOS[h] == "NOUN" && t.Is(w, "nmod:poss", "compound"):
		return slices.Contains(candidates, t.Lemmas[h])
	case t.Is(w, "obl"):
		return t.Lemmas[h] == "vote" && t.Case(w) == "for"
	}
	return t.Is(w, "obj") && t.Lemmas[h] == "endorse"
}
