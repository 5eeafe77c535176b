package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A counter binds the numbers of one sentence to its events.
type counter struct {
	*run
	t      *syntax.Tree
	at     map[int]quantity // by the word that is counted
	some   map[int]quantity // by a noun, the number that is part of those: of "soldiers" in "30 of the 250 soldiers", 30
	own    map[int]int      // by the word that is counted: the word of harm that it stands directly before
	told   map[int]bool     // by the first word of a number: whether a word of harm says what befell those counted
	events []*event.Event   // of the sentence, nil where scope forbade one
	cands  []lexicon.Candidate
}

// count gives the events of a sentence the numbers of those whom they struck.
func (r *run) count(t *syntax.Tree, cands []lexicon.Candidate, events []*event.Event) {
	c := &counter{run: r, t: t, at: map[int]quantity{}, some: map[int]quantity{}, told: map[int]bool{}, events: events, cands: cands}
	for _, q := range r.tolls.numerals.read(t) {
		if r.isTime(q.core) {
			continue
		}
		words, of := c.counted(q)
		if q.part = q.value == 1 && of >= 0; of >= 0 {
			c.some[of] = q
		}
		for _, w := range words {
			c.at[w] = q
		}
	}
	if len(c.at) == 0 {
		return
	}
	c.own = c.ownOf()
	for w := range t.Len() {
		for _, h := range r.tolls.of(t, w) {
			c.bind(w, h)
		}
	}
	for i, e := range events {
		if e != nil {
			c.struck(&cands[i], e)
			slices.SortFunc(e.Counts, func(a, b event.Count) int { return compareRanges(a.Range, b.Range) })
		}
	}
}

// isTime reports whether words are part of a time expression: "in 2000".
func (r *run) isTime(words text.Range) bool {
	for _, x := range r.times[words.Sentence] {
		if x.Range.Overlaps(words) {
			return true
		}
	}
	return false
}

// counted returns the words that a quantity counts: the noun that it stands before, or its own words if it stands alone, with what
// follows "of", and that again as the second result, -1 if there is no such; none if that is no people.
func (c *counter) counted(q quantity) (words []int, of int) {
	t := c.t
	top := q.core.End - 1
	for h := t.Head(top); q.all.Has(t.Ref(h)); h = t.Head(top) {
		top = h
	}
	if t.Is(top, "nummod", "amod", "det", "compound", "advmod") {
		w := t.Head(top)
		if w < top && t.UPOS[w] == "PROPN" { // an age: "Karim Hadi, 39"
			return nil, -1
		}
		if c.isPeople(w) || c.tolls.of(t, w) != nil { // or "40 arrests"
			return []int{w}, -1
		}
		return nil, -1
	}
	if s := q.core.Start; s > 1 && t.Form(s-1) == "," && t.UPOS[s-2] == "PROPN" && t.Is(top, "appos", "nmod", "conj") {
		return nil, -1
	}
	for w := top; w < q.core.End; w++ {
		words = append(words, w)
	}
	if d := c.partOf(q, top); d >= 0 { // "dozens of soldiers", "30 of them"
		if !c.isPeople(d) && t.UPOS[d] != "PRON" || hasArticle(t, d) && c.isToll(d) { // "three of the dead" are counted among these already
			return nil, -1
		}
		if t.Dependent(d, "nummod") < 0 {
			words = append(words, d)
		}
		return words, d
	}
	return words, -1
}

// isToll reports whether word w counts people by itself: "the dead".
func (c *counter) isToll(w int) bool {
	return slices.ContainsFunc(c.tolls.of(c.t, w), func(h harm) bool { return h.slot == "itself" })
}

// partOf returns what quantity q, whose head is top, is a part of; -1 if nothing.
func (c *counter) partOf(q quantity, top int) int {
	for w := top; w < q.core.End; w++ {
		for d := range c.t.Dependents(w) {
			if d >= q.core.End && c.t.Case(d) == "of" {
				return d
			}
		}
	}
	return -1
}

// isPeople reports whether noun w speaks of people.
func (c *counter) isPeople(w int) bool {
	if c.tolls.people[c.t.Lower(w)] {
		return true
	}
	if p := c.in.Participants.At(c.t.Ref(w)); p != nil && (p.Kind == event.EntityPeople || p.Kind == event.EntityPerson || p.Kind == event.EntityRole) {
		return true
	}
	m := c.in.Mentions.At(c.t.Ref(w))
	return m != nil && (m.Kind == event.People || m.Kind == event.Person || m.Kind == event.Role)
}

// bind gives the counts that word of harm w tells to the event that it belongs to.
func (c *counter) bind(w int, h harm) {
	args := c.arguments(w, h.slot)
	if args == nil {
		return
	}
	e := c.eventOf(w)
	if e == nil && (h.slot == "toll" || !c.isSetApart()) {
		e = c.lastViolence()
	}
	if e == nil {
		return
	}
	for _, a := range args {
		if of, ok := c.own[a]; ok && of != w {
			continue
		}
		if q, ok := c.at[a]; ok && !(q.part && h.kind != "killed" && h.kind != "injured") {
			c.told[q.core.Start] = true
			addCount(e, h.kind, q)
		}
	}
}

// addCount adds a count to an event unless its words are counted there already.
func addCount(e *event.Event, kind string, q quantity) {
	for _, old := range e.Counts {
		if old.Range.Overlaps(q.all) {
			return
		}
	}
	e.Counts = append(e.Counts, event.Count{Kind: kind, Value: q.value, From: q.from, To: q.to, Range: q.all})
}

// struck counts those on the receiving side of an event whose word is not one of harm ("expelled 23 diplomats"), and those who protest,
// resign or give themselves up.
func (c *counter) struck(cand *lexicon.Candidate, e *event.Event) {
	if c.tolls.kindOf(c.t, cand.Trigger) != "" {
		return
	}
	roles := cand.Recipients
	switch {
	case e.Type == "PROTEST", e.Type == "RETREAT" && (e.Mode == "withdraw" || e.Mode == "disarm" || e.Mode == "resign"):
		roles = cand.Actors
	case !bearsOnPeople(e):
		return
	}
	for _, w := range firstWords(roles) {
		q, ok := c.some[w]
		if !ok || c.t.Dominates(w, cand.Trigger) {
			q, ok = c.at[w]
		}
		if ok && !q.part && !c.told[q.core.Start] {
			addCount(e, c.kindOf(cand, e), q)
		}
	}
}

// kindOf is what an event whose word is not one of harm does to people.
func (c *counter) kindOf(cand *lexicon.Candidate, e *event.Event) string {
	switch {
	case e.Type == "COERCE" && e.Mode == "arrest":
		return "arrested"
	case slices.ContainsFunc(c.tolls.of(c.t, cand.Trigger), func(h harm) bool { return h.slot == "home" }): // "fled the fighting"
		return "displaced"
	}
	return "other"
}

// bearsOnPeople reports whether an event does something to people, rather than speak to them.
func bearsOnPeople(e *event.Event) bool {
	return e.QuadClass == 4 || e.Type == "RETREAT" || e.Type == "AID" || e.CAMEO == "063" // extradition
}

// shareCounts gives the first report of a happening the counts that later reports add, of kinds that it lacks.
func shareCounts(events []*event.Event) {
	for _, e := range events {
		if e.SameAs == nil {
			continue
		}
		known := e.SameAs.Counts
		for _, n := range e.Counts {
			if !slices.ContainsFunc(known, func(x event.Count) bool { return x.Kind == n.Kind }) {
				e.SameAs.Counts = append(e.SameAs.Counts, n)
			}
		}
		dropBroader(e.SameAs)
	}
}

// dropBroader leaves out how many violence was done to where it is told how many were killed or hurt: "fired at two students, killing one".
func dropBroader(e *event.Event) {
	harmed := func(n event.Count) bool { return n.Kind == "killed" || n.Kind == "injured" }
	if e.Type == "ASSAULT" && e.Mode != "abduct" && slices.ContainsFunc(e.Counts, harmed) {
		e.Counts = slices.DeleteFunc(e.Counts, func(n event.Count) bool { return n.Kind == "other" })
	}
}
