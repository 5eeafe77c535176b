package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
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
		if n := byOffice[e.p.Country+strings.Join(e.p.Sectors, ",")]; n != nil && r.standBeside(e, n) {
			continue // "the Kenyan president praised Odinga"
		} else if n != nil {
			r.merge(n, e)
		} else if p := r.k.leader(e.p.Country, r.published); p != nil && slices.Equal(e.p.Sectors, []string{"GOV"}) {
			e.p.Wikidata = p.wikidata // whom the article does not name
		}
	}
}

// standBeside reports whether one of the first mentions of an entity stands beside another as an argument of the same verb.
func (r *run) standBeside(e, other *entity) bool {
	return slices.ContainsFunc(e.p.Mentions[:min(len(e.p.Mentions), maxHistory)], func(m event.Reference) bool {
		return r.together(other, text.Ref{Sentence: m.Range.Sentence, Token: m.Head})
	})
}

// headline merges whom a headline describes without an article, "Former spy says", with the one person named below who was
// called so.
func (r *run) headline() {
	for _, e := range r.all {
		if e.gone != nil || !individual(e) || e.p.Named || len(e.p.Mentions) == 0 || len(e.nouns) == 0 {
			continue
		}
		m := e.p.Mentions[0]
		if m.Range.Sentence > 0 {
			return
		}
		t := r.trees[0]
		if t.Dependent(m.Head, "det", "nmod:poss", "nummod") >= 0 || !t.Is(m.Head, "nsubj") {
			continue
		}
		if n := r.onlyOneCalled(e); n != nil {
			r.merge(n, e)
		}
	}
}

// onlyOneCalled is the one named person who was called by the last noun of an entity; nil if there is none, or several.
func (r *run) onlyOneCalled(e *entity) *entity {
	var found *entity
	for _, n := range r.all {
		if n.gone != nil || !n.p.Named || !individual(n) || !n.called(e.nouns[len(e.nouns)-1]) ||
			e.p.Country != "" && n.p.Country != "" && e.p.Country != n.p.Country || e.gender != "" && n.gender != "" && e.gender != n.gender {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
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

// inferCountries gives those whose country nothing told that of whom they belong to, else that of the place where their deed
// is, else the country where the article is at home. Those on the other side of a deed, and nationalities before other
// nouns, tell nothing of them.
func (r *run) inferCountries() {
	clear(r.votes) // by now people are known too
	home := r.homeCountry()
	for range 2 { // the second time for those who belong to somebody whose country was told the first time
		r.inferFrom(home)
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
func (r *run) inferFrom(home string) {
	for _, e := range r.all {
		if e.gone != nil || e.p.Country != "" || len(e.p.Sectors) == 0 {
			continue
		}
		if o := e.of.final(); o != nil && o.p.Country != "" {
			e.p.Country = o.p.Country
			continue
		}
		if !e.vague || slices.Contains(foreign, e.p.Sectors[0]) || r.isForeign(e) {
			continue
		}
		if e.p.Country = r.whereActing(e); e.p.Country == "" && (e.p.Sectors[0] != "MIL" || r.opensWithThe(e)) { // soldiers may be abroad
			e.p.Country = home
		}
		if e.p.Kind == event.EntityGovernment && r.definiteMention(e) {
			if s := r.stateByCode(e.p.Country); s != nil {
				r.merge(s, e)
			}
		}
	}
}

// isForeign reports whether an entity is said to be of another country, or of several.
func (r *run) isForeign(e *entity) bool {
	if e.called("foreigner") || e.called("expatriate") || len(e.p.Mentions) == 0 {
		return true
	}
	m := e.p.Mentions[0]
	t := r.trees[m.Range.Sentence]
	for d := range t.Dependents(m.Head) {
		if t.Is(d, "amod") && slices.Contains([]string{"foreign", "international", "multinational", "overseas", "global"}, t.Lower(d)) {
			return true
		}
	}
	return false
}

// opensWithThe reports whether an entity was first spoken of with "the": the army.
func (r *run) opensWithThe(e *entity) bool {
	if len(e.p.Mentions) == 0 {
		return false
	}
	m := e.p.Mentions[0]
	t := r.trees[m.Range.Sentence]
	d := t.Dependent(m.Head, "det")
	return d >= 0 && t.Lower(d) == "the"
}

// local are the sectors of those who act where they live.
var local = []string{"COP", "CVL", "UAF", "REB", "OPP", "CRM", "JUD", "LAB", "REF"}

// maxPlaced bounds how many mentions of an entity are asked for the place of their deed.
const maxPlaced = 12

// whereActing is the country in which those who act where they live do or suffer something: "police in riot gear stormed a
// school in Nairobi"; "" if no clause tells, or two tell different ones.
func (r *run) whereActing(e *entity) string {
	if !slices.Contains(local, e.p.Sectors[0]) || e.p.Named {
		return ""
	}
	found := ""
	for i, m := range e.p.Mentions {
		if i == maxPlaced {
			break
		}
		t := r.trees[m.Range.Sentence]
		switch code := r.placeOfClause(t, t.Clause(m.Head)); {
		case code == "" || r.hasOwnPlace(t, m.Head):
		case found != "" && found != code:
			return ""
		default:
			found = code
		}
	}
	return found
}

// hasOwnPlace reports whether a description says where somebody is or comes from: "a court in North Carolina".
func (r *run) hasOwnPlace(t *syntax.Tree, head int) bool {
	for d := range t.Dependents(head) {
		if x := r.mentions.At(t.Ref(d)); x != nil && t.Is(d, "nmod") && slices.Contains([]string{"in", "from", "of"}, t.Case(d)) &&
			x.Kind == event.Location && x.Form == event.ByName {
			return true
		}
	}
	return false
}

// placeOfClause is the country that stands, by its own name or by its capital's, in a phrase of place beside a clause's verb
// or its object; "" if there is none.
func (r *run) placeOfClause(t *syntax.Tree, verb int) string {
	for _, h := range []int{verb, t.Dependent(verb, "obj")} {
		if h < 0 {
			continue
		}
		for d := range t.Dependents(h) {
			if !t.Is(d, "obl", "nmod") || t.Case(d) != "in" {
				continue
			}
			m := r.mentions.At(t.Ref(d))
			if m == nil || m.Kind != event.Location || m.Form != event.ByName {
				continue
			}
			if c := r.country(r.fold(m.Name)); c != nil {
				code, _ := actorCode(c)
				return code
			}
		}
	}
	return ""
}

// homeCountry is where an article is at home: the country that it speaks of most, if the dateline, the places where things
// are and the organs at home say so too, or it speaks of it twice as often as of any other; "" if none is clear. A single
// sentence is at home where its police, court or parliament is, if it speaks of no other country.
func (r *run) homeCountry() string {
	all, places := r.totalVotes(), r.organsAtHome()
	best := most(all)
	if len(r.trees) == 1 {
		if len(all) == 1 && places[best] > 0 {
			return best
		}
		return ""
	}
	for s := range r.trees {
		for code, n := range r.placesIn(s) {
			places[code] += n
		}
	}
	if d, ok := text.ParseDateline(r.g.Text); ok {
		places[r.datelineCountry(d.Text)] += 2
	}
	if all[best] < 3 {
		return ""
	}
	second, there := runnerUp(all, best), most(places) == best
	if 2*second <= all[best] || there && places[best] > 1 || there && 4*second <= 3*all[best] {
		return best
	}
	return ""
}

// runnerUp is the highest count beside the best one's.
func runnerUp(counts map[string]int, best string) int {
	second := 0
	for code, n := range counts {
		if code != best {
			second = max(second, n)
		}
	}
	return second
}

// organsAtHome counts each body of police, court or parliament: they act at home.
func (r *run) organsAtHome() map[string]int {
	found := map[string]int{}
	for _, e := range r.all {
		if e.gone != nil || len(e.p.Sectors) == 0 || e.p.Country == "" || between(e.p.Country) {
			continue
		}
		if slices.Contains([]string{"COP", "JUD", "LEG"}, e.p.Sectors[0]) {
			found[e.p.Country]++
		}
	}
	return found
}

// datelineCountry is the state that a part of a dateline names, by itself or by its capital: "KABUL, Afghanistan, May 3".
func (r *run) datelineCountry(dateline string) string {
	for part := range strings.SplitSeq(dateline, ",") {
		part = strings.TrimSpace(part)
		if part != "" && strings.ToUpper(part) == part {
			part = titleCase(strings.ToLower(part))
		}
		if c := r.country(facts.Fold(part)); c != nil {
			code, _ := actorCode(c)
			return code
		}
	}
	return ""
}

// placesIn counts the countries that a sentence names, by name or by a capital's, as where something is.
func (r *run) placesIn(s int) map[string]int {
	found := map[string]int{}
	t := r.trees[s]
	for _, m := range r.mentions[s] {
		if m.Kind != event.Location || m.Form != event.ByName || !isWhere(t, m.Head) {
			continue
		}
		if c := r.country(r.fold(m.Name)); c != nil {
			code, _ := actorCode(c)
			found[code]++
		}
	}
	return found
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
