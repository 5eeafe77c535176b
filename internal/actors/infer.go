package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
)

// lateNames merges a description with the one person who is named elsewhere in the article and holds that office: "the
// Chadian president" of the first sentence with Idriss Deby of the third.
func (r *run) lateNames() {
	byOffice := map[string]*entity{}
	for _, e := range r.all {
		if e.gone != nil || !e.p.Named || !e.human || e.plural || e.p.Country == "" || e.former || e.p.Role != "leader" {
			continue
		}
		key := e.p.Country + strings.Join(e.p.Sectors, ",")
		if _, taken := byOffice[key]; taken {
			byOffice[key] = nil // two leaders: neither is meant
		} else {
			byOffice[key] = e
		}
	}
	for _, e := range r.all {
		if e.gone != nil || e.p.Named || !e.human || e.plural || e.former || e.p.Role != "leader" || e.of != nil && !e.of.final().state {
			continue
		}
		if !r.definiteMention(e) {
			continue
		}
		if n := byOffice[e.p.Country+strings.Join(e.p.Sectors, ",")]; n != nil {
			r.merge(n, e)
		} else if p := r.k.leader(e.p.Country, r.published); p != nil && slices.Equal(e.p.Sectors, []string{"GOV"}) {
			e.p.Wikidata = p.wikidata // whom the article does not name
		}
	}
}

// definiteMention reports whether the first mention of an entity is no indefinite one.
func (r *run) definiteMention(e *entity) bool {
	if len(e.p.Mentions) == 0 {
		return false
	}
	m := e.p.Mentions[0]
	t := r.trees[m.Range.Sentence]
	d := t.Dependent(m.Head, "det")
	return d < 0 || t.Lower(d) == "the"
}

// foreign are the sectors of those who act across borders, so that nothing around them tells their country.
var foreign = []string{"IGO", "NGO", "MNC", "JRN", "BUS"}

// inferCountries gives those who act at home, and whose country nothing told, the country most spoken of in the sentences that
// speak of them and before these.
func (r *run) inferCountries() {
	clear(r.votes) // by now people are known too
	total := r.totalVotes()
	for range 2 { // the second time for those who belong to somebody whose country was told the first time
		r.inferFrom(total)
	}
}

// totalVotes counts how often the whole article speaks of each country.
func (r *run) totalVotes() map[string]int {
	total := map[string]int{}
	for s := range r.trees {
		for code, n := range r.countryVotes(s) {
			total[code] += n
		}
	}
	return total
}

// findHome sets the country that the article speaks of most.
func (r *run) findHome() { r.home = most(r.totalVotes()) }

// inferFrom is one pass of inferCountries.
func (r *run) inferFrom(total map[string]int) {
	for _, e := range r.all {
		if e.gone != nil || e.p.Country != "" || len(e.p.Sectors) == 0 {
			continue
		}
		if o := e.of.final(); o != nil && o.p.Country != "" {
			e.p.Country = o.p.Country
			continue
		}
		if !e.vague || slices.Contains(foreign, e.p.Sectors[0]) {
			continue
		}
		e.p.Country = r.countryAround(e, total)
		if e.p.Kind == event.EntityGovernment && r.definiteMention(e) {
			if s := r.stateByCode(e.p.Country); s != nil {
				r.merge(s, e)
			}
		}
	}
}

// maxVoters bounds how many mentions of an entity are asked for its country.
const maxVoters = 12

// countryAround is the country most spoken of around an entity's mentions, "" if none stands out.
func (r *run) countryAround(e *entity, total map[string]int) string {
	score := map[string]int{}
	last := -1
	for i, m := range e.p.Mentions {
		if i == maxVoters {
			break
		}
		if m.Range.Sentence == last {
			continue
		}
		last = m.Range.Sentence
		for back, weight := range []int{8, 3} {
			if s := m.Range.Sentence - back; s >= 0 {
				for code, n := range r.countryVotes(s) {
					score[code] += weight * n
				}
			}
		}
	}
	for code, n := range total {
		score[code] += 2 * n
	}
	return most(score)
}

// most is the key with the highest value, "" if there is none or two have it.
func most(score map[string]int) string {
	keys := make([]string, 0, len(score))
	for k := range score {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	best, tie := "", false
	for _, k := range keys {
		switch {
		case best == "" || score[k] > score[best]:
			best, tie = k, false
		case score[k] == score[best]:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// countryVotes counts how often a sentence speaks of each country: twice for a place where something is, once for a name, a
// nationality or a known person.
func (r *run) countryVotes(s int) map[string]int {
	if r.votes[s] != nil {
		return r.votes[s]
	}
	votes := map[string]int{}
	t := r.trees[s]
	for w := 0; w < t.Len(); {
		c, n := r.countryAt(t, w, t.Len())
		if c == nil {
			w++
			continue
		}
		w += n
		code, _ := actorCode(c)
		if code == "" { // a part of the world
			continue
		}
		votes[code]++
		if isWhere(t, w-1) && t.UPOS[w-1] == "PROPN" {
			votes[code]++
		}
	}
	for _, m := range r.mentions[s] {
		if e := r.entityAt(m.Ref()); e != nil && e.p.Named && e.human && e.p.Country != "" && m.Form == event.ByName {
			votes[e.p.Country]++
		}
	}
	r.votes[s] = votes
	return votes
}
