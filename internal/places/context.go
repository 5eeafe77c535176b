package places

import (
	"math"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// votes are how often an article speaks of states (by their code) and of their divisions (code, a full stop and the name).
type votes map[string]float64

// maxVotes bounds what one name or participant adds.
const maxVotes = 6

// share is how much of what is said of the most spoken-of state or division is said of that one, 0 to 1, damped.
func (v votes) share(key string, most float64) float64 {
	if most == 0 {
		return 0
	}
	return math.Sqrt(v[key] / most)
}

// most is the greatest number of votes among states, or among divisions.
func (v votes) most(divisions bool) float64 {
	best := 0.0
	for k, n := range v {
		if strings.Contains(k, ".") == divisions {
			best = max(best, n)
		}
	}
	return best
}

// countryVotes counts the states and divisions that are named, but no name that may be either (Georgia), and the states that
// participants with a name belong to: those without got theirs from the article too.
func (r *run) countryVotes() {
	for _, t := range r.toponyms {
		n := min(float64(len(t.uses)), maxVotes)
		switch state, division := first(t.candidates, "PCL"), first(t.candidates, "ADM1"); {
		case state != nil && division == nil:
			r.votes[state.Country] += n
		case state == nil && division != nil && foremost(t, division):
			r.votes[division.Country] += float64(n / 2)
			r.votes[division.Country+"."+division.Admin1] += n
		}
	}
	if r.participants == nil {
		return
	}
	for _, p := range r.participants.List {
		if p.Country != "" && p.Named {
			r.votes[p.Country] += float64(min(float64(r.speaking(p)), maxVotes) / 2)
		}
	}
}

// foremost reports whether a division is by far what its name means most often.
func foremost(t *toponym, division *event.GazetteerEntry) bool {
	for i := range t.candidates {
		e := &t.candidates[i]
		if !e.Partly && e != division && (isNatural(e) || e.Feature != "ADM1" && e.Population > division.Population/5) {
			return false
		}
	}
	return !seated(t, division)
}

// speaking is how many of a participant's mentions are no names that may be a state's or a division's.
func (r *run) speaking(p *event.Participant) (n int) {
	for _, m := range p.Mentions {
		t := r.byHead[text.Ref{Sentence: m.Range.Sentence, Token: m.Head}]
		if t == nil || first(t.candidates, "PCL") == nil || first(t.candidates, "ADM1") == nil {
			n++
		}
	}
	return n
}

// nationVotes counts the adjectives of nationality of a sentence.
func (r *run) nationVotes(t *syntax.Tree) {
	for i := range t.Tokens {
		if c := r.knowledge.nation(t, i); c != "" {
			r.votes[c] += .5
		}
	}
}

// divisionVotes counts the divisions and states of the places chosen with some certainty.
func (r *run) divisionVotes() {
	for _, t := range r.toponyms {
		if t.doubtful || t.choice == nil || t.confidence < .8 || t.choice.Admin1 == "" || t.voted {
			continue
		}
		t.voted = true
		n := min(float64(len(t.uses)), maxVotes)
		r.votes[t.choice.Country+"."+t.choice.Admin1] += n
		r.votes[t.choice.Country] += float64(n / 2)
	}
}

// first returns the first of the candidates whose feature begins so, and of which it is the whole name; nil if there is none.
func first(candidates []event.GazetteerEntry, feature string) *event.GazetteerEntry {
	for i := range candidates {
		if e := &candidates[i]; strings.HasPrefix(e.Feature, feature) && !e.Partly {
			return e
		}
	}
	return nil
}
