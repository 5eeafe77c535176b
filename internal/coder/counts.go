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
	told   map[int]bool     // by the first word of a number: whether a word of harm says what befell those counted
	events []*event.Event   // of the sentence, nil where scope forbade one
	cands  []lexicon.Candidate
}

// count gives the events of a sentence the numbers of those whom they struck.
func (r *run) count(t *syntax.Tree, cands []lexicon.Candidate, events []*event.Event) {
	c := &counter{run: r, t: t, at: map[int]quantity{}, told: map[int]bool{}, events: events, cands: cands}
	for _, q := range r.tolls.numerals.read(t) {
		if r.isTime(q.core) {
			continue
		}
		words := c.counted(q)
		q.part = q.value == 1 && len(words) > 1
		for _, w := range words {
			c.at[w] = q
		}
	}
	if len(c.at) == 0 {
		return
	}
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
// follows "of"; none if that is no people.
func (c *counter) counted(q quantity) []int {
	t := c.t
	top := q.core.End - 1
	for h := t.Head(top); q.all.Has(t.Ref(h)); h = t.Head(top) {
		top = h
	}
	if t.Is(top, "nummod", "amod", "det", "compound", "advmod") {
		w := t.Head(top)
		if c.isPeople(w) || c.tolls.of(t, w) != nil { // or "40 arrests"
			return []int{w}
		}
		return nil
	}
	var core []int
	for w := top; w < q.core.End; w++ {
		core = append(core, w)
	}
	if d := c.partOf(q, top); d >= 0 { // "dozens of soldiers", "30 of them"
		if !c.isPeople(d) && t.UPOS[d] != "PRON" {
			return nil
		}
		return append(core, d)
	}
	return core
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

// arguments returns the words that may be counted beside word of harm w.
func (c *counter) arguments(w int, slot string) []int {
	switch slot {
	case "object":
		return c.conjuncts(c.objects(w))
	case "subject":
		return c.conjuncts(c.subject(w))
	case "of":
		return c.conjuncts(c.ofNoun(w))
	case "itself":
		return c.conjuncts(c.itself(w))
	case "life":
		return c.lives(w)
	case "home":
		return c.homeless(w)
	}
	return c.toll(w)
}

// conjuncts adds the words coordinated with each of words.
func (c *counter) conjuncts(words []int) []int {
	var all []int
	for _, w := range words {
		all = append(all, c.t.Conjuncts(w)...)
	}
	return all
}

// objects returns those whom verb w befalls: its object, the subject of its passive, the noun that its participle describes.
func (c *counter) objects(w int) []int {
	t := c.t
	var all []int
	for d := range t.Dependents(w) {
		if t.Is(d, "obj", "nsubj:pass") || t.Is(d, "nsubj") && t.XPOS[w] == "VBN" && t.Dependent(w, "obj", "aux") < 0 {
			all = append(all, c.antecedent(d))
		}
	}
	switch {
	case all != nil:
		return all
	case t.Is(w, "acl:") && t.XPOS[w] == "VBN":
		return []int{t.Head(w)}
	case t.Is(w, "xcomp") && t.XPOS[w] == "VBN": // were reported killed
		return c.objects(t.Head(w))
	case t.IsPassive(w):
		if s := t.Subject(w); s >= 0 {
			return []int{c.antecedent(s)}
		}
	}
	return c.before(w)
}

// before returns the number, or the noun with one, that stands directly before participle or adjective w: "12 dead and 30 wounded",
// "two officers injured".
func (c *counter) before(w int) []int {
	if w == 0 || c.t.Dependent(w, "obj", "aux", "cop") >= 0 {
		return nil
	}
	if _, ok := c.at[w-1]; ok && c.t.XPOS[w] != "VBD" {
		return []int{w - 1}
	}
	return nil
}

// antecedent is the noun that a relative pronoun stands for, else the word itself.
func (c *counter) antecedent(w int) int {
	if a := c.t.Antecedent(w); a >= 0 {
		return a
	}
	return w
}

func (c *counter) subject(w int) []int {
	if s := c.t.Subject(w); s >= 0 {
		return []int{c.antecedent(s)}
	}
	if c.t.Is(w, "acl:") && c.t.XPOS[w] == "VBG" {
		return []int{c.t.Head(w)}
	}
	return nil
}

// ofNoun returns those whom noun w befalls: after "of", in the genitive; or the noun itself, "two deaths".
func (c *counter) ofNoun(w int) []int {
	if c.t.UPOS[w] != "NOUN" {
		return nil
	}
	all := []int{w}
	for d := range c.t.Dependents(w) {
		if c.t.Case(d) == "of" || c.t.Is(d, "nmod:poss") {
			all = append(all, d)
		}
	}
	return all
}

// itself returns the word of harm that counts people by itself, or the people of whom it is said: "left 12 people dead".
func (c *counter) itself(w int) []int {
	t := c.t
	all := append([]int{w}, c.before(w)...)
	switch {
	case t.Is(w, "xcomp") && t.UPOS[t.Head(w)] == "VERB":
		for d := range t.Dependents(t.Head(w)) {
			if t.Is(d, "obj", "nsubj:pass") {
				all = append(all, d)
			}
		}
	case t.Is(w, "amod"):
		all = append(all, t.Head(w))
	case t.Dependent(w, "nsubj") >= 0:
		all = append(all, t.Dependent(w, "nsubj"))
	}
	return all
}

// lives returns the lives that verb w takes, or those whose lives they were.
func (c *counter) lives(w int) []int {
	o := c.t.Dependent(w, "obj")
	for o >= 0 && c.t.Lemmas[o] != "life" { // "tens of thousands of lives"
		next := -1
		for d := range c.t.Dependents(o) {
			if c.t.Case(d) == "of" {
				next = d
			}
		}
		o = next
	}
	if o < 0 {
		return nil
	}
	return c.ofNoun(o)
}

// homeless returns those who leave, or are driven from, their homes.
func (c *counter) homeless(w int) []int {
	for d := range c.t.Dependents(w) {
		if l := c.t.Lemmas[d]; l != "home" && l != "house" && l != "village" {
			continue
		}
		if c.t.Is(d, "obj") {
			return c.conjuncts(c.subject(w))
		}
		if c.t.Case(d) == "from" {
			return c.conjuncts(append(c.objects(w), c.subject(w)...))
		}
	}
	return nil
}

// toll returns the number at which noun w stands: "the death toll rose to 30", "a toll of 30", "the toll is 30".
func (c *counter) toll(w int) []int {
	t, all := c.t, []int(nil)
	for d := range t.Dependents(w) {
		if t.Case(d) == "of" {
			all = append(all, d)
		}
	}
	if !t.Is(w, "nsubj") {
		return all
	}
	h := t.Head(w)
	all = append(all, h)
	for d := range t.Dependents(h) {
		if p := t.Case(d); t.Is(d, "obj", "obl") && (p == "" || p == "to" || p == "at") {
			all = append(all, d)
		}
	}
	return all
}

// eventOf returns the event that a word of harm belongs to: the one that it tells itself, or the violence that it is the
// outcome of; nil if there is none in its sentence.
func (c *counter) eventOf(w int) *event.Event {
	if e := c.eventAt(w); e != nil {
		return e
	}
	t := c.t
	for h := w; ; h = t.Head(h) { // up through "left 12 dead", "12 dead and 30 wounded"
		if e := c.cause(h); e != nil {
			return e
		}
		if t.Head(h) == syntax.NoHead || t.Is(h, "ccomp", "acl:relcl") || isGoverned(t, h) {
			break
		}
		if e := c.violent(t.Head(h)); e != nil {
			return e
		}
	}
	return nil
}

// isSetApart reports whether the sentence tells of a happening of its own: it has an event, a time or a place, or says that what it
// tells is something else.
func (c *counter) isSetApart() bool {
	s := c.t.Sentence
	if len(c.times[s]) > 0 || slices.ContainsFunc(c.events, func(e *event.Event) bool { return e != nil }) {
		return true
	}
	for w := range c.t.Len() {
		if l := c.t.Lower(w); c.place[s][w] != nil || c.same.new[l] || c.same.again[l] {
			return true
		}
	}
	return false
}

// isGoverned reports whether the clause or noun at word h is told as a cause or a circumstance of what stands above it, and so
// no outcome of that: "marched because two had died".
func isGoverned(t *syntax.Tree, h int) bool {
	m := t.Dependent(h, "mark")
	return t.Is(h, "advcl") && m >= 0 && t.Lemmas[m] != "with"
}

// eventAt returns the event whose trigger or predicate is word w, or nil.
func (c *counter) eventAt(w int) *event.Event {
	for i, e := range c.events {
		if e != nil && (c.cands[i].Trigger == w || c.cands[i].Predicate == w) {
			return e
		}
	}
	return nil
}

// violent returns the event at word w if it may have dead and wounded.
func (c *counter) violent(w int) *event.Event {
	if e := c.eventAt(w); e != nil && (e.Type == "ASSAULT" || e.Type == "PROTEST") {
		return e
	}
	return nil
}

// cause returns the violence that is subject of word h, or its circumstance: "the bombing left", "died in the attack", "when gunmen
// opened fire", or that the clause of h describes.
func (c *counter) cause(h int) *event.Event {
	t := c.t
	if s := t.Subject(h); s >= 0 {
		if e := c.violent(c.antecedent(s)); e != nil {
			return e
		}
	}
	for d := range t.Dependents(h) {
		if !t.Is(d, "obl", "nmod", "advcl", "obj") {
			continue
		}
		if e := c.violent(d); e != nil {
			return e
		}
	}
	return nil
}

// lastViolence returns the violence told last before this sentence, not more than two sentences ago; nil if there is none.
func (c *counter) lastViolence() *event.Event {
	for i := len(c.out.Events) - 1; i >= 0; i-- {
		e := c.out.Events[i]
		if e.Trigger.Sentence < c.t.Sentence-2 {
			return nil
		}
		if e.Type == "ASSAULT" && factual(e) && len(e.Actors)+len(e.Recipients) > 0 {
			return e
		}
	}
	return nil
}

// struck counts those on the receiving side of an event whose word is not one of harm: "expelled 23 diplomats".
func (c *counter) struck(cand *lexicon.Candidate, e *event.Event) {
	if c.tolls.kindOf(c.t, cand.Trigger) != "" || !bearsOnPeople(e) {
		return
	}
	kind := "other"
	if e.Type == "COERCE" && e.Mode == "arrest" {
		kind = "arrested"
	}
	for _, w := range firstWords(cand.Recipients) {
		if q, ok := c.at[w]; ok && !q.part && !c.told[q.core.Start] {
			addCount(e, kind, q)
		}
	}
}

// bearsOnPeople reports whether an event does something to people, rather than speak to them.
func bearsOnPeople(e *event.Event) bool {
	return e.QuadClass == 4 || e.Type == "RETREAT" || e.Type == "AID"
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
	}
}
