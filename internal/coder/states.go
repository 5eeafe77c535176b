package coder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// addStates finds the states that words tell, and those that follow from events.
func (r *run) addStates() {
	for _, t := range r.in.Trees {
		for w := range t.Len() {
			for i := range r.states {
				r.addState(r.states[i].match(r, t, w))
			}
		}
	}
	for _, e := range r.out.Events {
		r.addState(r.follows(e))
	}
	slices.SortStableFunc(r.out.States, func(a, b *event.State) int {
		return compareRanges(a.Evidence.Words[0], b.Evidence.Words[0])
	})
}

// A stateKey is what makes two states of one sentence the same.
type stateKey struct {
	kind            string
	subject, object *event.Participant
	place           *event.Place
	sentence        int
}

// addState adds a state unless its sentence tells it already.
func (r *run) addState(s *event.State) {
	if s == nil {
		return
	}
	k := stateKey{s.Kind, s.Subject, s.Object, s.Place, s.Evidence.Words[0].Sentence}
	if !r.known[k] {
		r.known[k] = true
		r.out.States = append(r.out.States, s)
	}
}

// match returns the state that the frame finds at word w, or nil.
func (f *stateFrame) match(r *run, t *syntax.Tree, w int) *event.State {
	if !f.has(t, w) || !f.passes(r, t, w) {
		return nil
	}
	s := &event.State{Kind: f.kind, Evidence: event.Evidence{
		Rule: fmt.Sprintf("%s:%d %s", f.file, f.line, strings.ToLower(t.Lemmas[w])), Words: wordRanges(t, []int{w}),
	}}
	told := w // the word whose tense and negation are the state's
	phase := f.phase
	if f.noun {
		if x, p := f.holder(t, w); x != nil {
			if p != "holds" || t.Dependent(w, "cop") < 0 && t.Case(w) == "" || t.Case(w) == "as" {
				told = t.Head(w)
			}
			if p != "holds" {
				phase = p
			}
		} else if f.kind == "office" && r.datesOf(t, w) == nil { // "the president, Idriss Deby" tells nothing new
			return nil
		}
	}
	if !f.setSubject(r, t, w, s) || !f.setObject(r, t, w, s) || !coheres(s) {
		return nil
	}
	s.Attributions = r.around(t.Ref(told))
	return r.assert(s, t, told, w, phase)
}

// setSubject finds whose state it is.
func (f *stateFrame) setSubject(r *run, t *syntax.Tree, w int, s *event.State) bool {
	if slices.Contains(f.subject, "nobody") {
		return true
	}
	for _, slot := range f.subject {
		for _, x := range f.slot(t, w, slot) {
			if s.Subject = r.in.Participants.At(t.Ref(x)); s.Subject == nil && f.kind == "control" {
				s.Subject = r.spokenOf(t, x)
			}
			if s.Subject != nil {
				return true
			}
		}
	}
	return false
}

// setObject finds the place that is held, or the body or country of an office or membership. An office of which no country is told is
// that of the holder's own.
func (f *stateFrame) setObject(r *run, t *syntax.Tree, w int, s *event.State) bool {
	for _, slot := range f.place {
		for _, x := range f.slot(t, w, slot) {
			if s.Place = r.placeNamed(t, x); s.Place != nil {
				return true
			}
		}
	}
	for _, slot := range f.object {
		if slot == "country" {
			s.Object = r.stateOf(s.Subject)
			return s.Object != nil
		}
		for _, x := range f.slot(t, w, slot) {
			if s.Object = r.in.Participants.At(t.Ref(x)); s.Object == nil {
				s.Place = r.placeNamed(t, x)
			}
			if s.Object != nil && s.Object != s.Subject || s.Place != nil {
				return true
			}
			s.Object = nil
		}
	}
	return false
}

// spokenOf returns whom a noun in a compound names, if the article speaks of them by that noun elsewhere: the rebels of "rebel-held".
func (r *run) spokenOf(t *syntax.Tree, w int) *event.Participant {
	if t.UPOS[w] != "NOUN" || !t.Is(w, "compound") {
		return nil
	}
	if r.byLemma == nil {
		r.byLemma = map[string]*event.Participant{}
		for _, p := range r.in.Participants.List {
			for _, m := range p.Mentions {
				lemma := r.in.Trees[m.Range.Sentence].Lemmas[m.Head]
				if r.byLemma[lemma] == nil {
					r.byLemma[lemma] = p
				}
			}
		}
	}
	return r.byLemma[t.Lemmas[w]]
}

// stateOf returns the government of a participant's country, if the article speaks of it.
func (r *run) stateOf(p *event.Participant) *event.Participant {
	if p == nil || p.Country == "" {
		return nil
	}
	for _, x := range r.in.Participants.List {
		if x.Country == p.Country && x.Kind == event.EntityGovernment && x.Named {
			return x
		}
	}
	return nil
}

// coheres reports whether subject and object can stand in such a state: bodies and their people control places and recognise, persons are in
// office, members belong to bodies.
func coheres(s *event.State) bool {
	switch s.Kind {
	case "control":
		return s.Subject == nil || s.Subject.Public() && s.Subject.Kind != event.EntityPerson
	case "recognition":
		return s.Subject.Public() && s.Subject.Kind != event.EntityPeople && s.Object != nil
	case "office":
		k := s.Subject.Kind
		return (k == event.EntityPerson || k == event.EntityRole) && (s.Object == nil || isBody(s.Object) && s.Object.Public())
	}
	return s.Object != nil && isBody(s.Object) && s.Object.Public() && s.Object.Sector != "BUS" && !isCountry(s.Object)
}

func isBody(p *event.Participant) bool {
	return p.Kind == event.EntityGovernment || p.Kind == event.EntityOrganization || p.Kind == event.EntityArmedGroup
}

// isCountry reports whether a participant is a state as such: nobody is a member of France.
func isCountry(p *event.Participant) bool {
	return p.Kind == event.EntityGovernment && p.Named && len(p.Country) == 3 && !slices.Contains([]string{"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"}, p.Country)
}

// placeNamed returns the place that word d names, or that the noun of place d is given the name of: "the port of Marib"; not one that
// only says where d is, "a post near Marib".
func (r *run) placeNamed(t *syntax.Tree, d int) *event.Place {
	if p := r.place[t.Sentence][d]; p != nil {
		return p
	}
	part := isPart(t, d) // "most of Marib"
	if m := r.in.Mentions.At(t.Ref(d)); !part && (m == nil || m.Kind != event.Location) {
		return nil
	}
	for x := range t.Dependents(d) {
		if part && t.Case(x) == "of" || t.Is(x, "appos", "compound", "flat") || t.Is(x, "nmod") && t.Case(x) == "of" {
			if p := r.place[t.Sentence][x]; p != nil && !(t.Is(x, "compound") && p.Precision == event.AtCountry) { // "an Afghanistan district"
				return p
			}
		}
	}
	return r.namedBefore(t, d)
}

// assert sets status and times of a state that word told tells, its noun being w; nil if it is only supposed.
func (r *run) assert(s *event.State, t *syntax.Tree, told, w int, phase string) *event.State {
	f := &statusFinder{t: t, embeddings: r.embeddings, cues: r.cue[t.Sentence], reported: len(s.Attributions) > 0, light: make([]bool, t.Len())}
	f.climb(told)
	if n := len(s.Attributions); n > 0 {
		f.statement(s.Attributions[n-1])
	}
	b, ok := f.best()
	dates := r.datesOf(t, told)
	if w != told {
		dates = append(dates, r.datesOf(t, w)...)
	}
	switch {
	case isSupposed(t, told), slices.ContainsFunc(f.found, func(x finding) bool { return x.status == event.Hypothetical }): // "could no longer lead"
		return nil
	case ok && b.status == event.DeniedDeed && phase == "begins" && dates != nil && dates[0].Bound == "until":
		s.Status = r.told(s.Subject, s.Attributions) // "did not become a member until 2002"
	case ok && b.status == event.DeniedDeed:
		s.Status = "denied"
	case ok:
		return nil
	case isReflexive(t, t.Dependent(told, "obj")): // "declared himself president"
		s.Status = "claimed"
	default:
		s.Status = r.told(s.Subject, s.Attributions)
	}
	switch {
	case phase == "begins", s.Kind == "recognition" && phase == "" && isSimplePast(t, told):
		r.begin(s, dates)
	case phase == "ends":
		r.end(s, dates)
	default:
		r.hold(s, t, told, dates)
	}
	return s
}

// told is how a state is told: "claimed" where the innermost statement around is a claim, a belief or an accusation, or its subject's own
// word, else "asserted".
func (r *run) told(subject *event.Participant, chain []*event.Attribution) string {
	n := len(chain)
	if n == 0 {
		return "asserted"
	}
	inner := chain[n-1]
	switch inner.Stance {
	case event.Claimed, event.Believed, event.Accused:
		return "claimed"
	}
	if s := r.statement[inner]; s != nil && s.Speaker != nil && subject != nil && sameSide(s.Speaker, subject) {
		return "claimed"
	}
	return "asserted"
}

// follows returns the state that an event brings about: who took a place controls it.
func (r *run) follows(e *event.Event) *event.State {
	if len(e.Actors) == 0 || e.SameAs != nil || e.Of != nil || e.CAMEO != "192" || !factual(e) && e.Status != event.DeniedDeed || untold(e) {
		return nil
	}
	s := &event.State{Kind: "control", Subject: e.Actors[0].Participant, Attributions: e.Attributions, Evidence: e.Evidence}
	if s.Place = r.taken(e); s.Place == nil || !coheres(s) {
		return nil
	}
	s.Status = r.told(s.Subject, e.Attributions)
	if e.Status == event.DeniedDeed {
		s.Status = "denied"
	}
	if e.When != nil {
		s.AsOf = e.When.To
		if e.When.From == e.When.To {
			s.Since = e.When.From
		}
	}
	return s
}

// taken returns the place that is the object of the words of an event; one that only says where the deed was done is not taken.
func (r *run) taken(e *event.Event) *event.Place {
	t := r.in.Trees[e.Trigger.Sentence]
	for _, words := range e.Evidence.Words {
		for w := words.Start; w < words.End; w++ {
			for _, x := range append(undergoer(t, w), beside(t, w, "of")...) {
				for _, c := range t.Conjuncts(x) {
					if p := r.placeNamed(t, c); p != nil {
						return p
					}
				}
			}
		}
	}
	return nil
}

// untold reports whether the deed stands in what somebody would not say: "declined to say whether" tells of no state.
func untold(e *event.Event) bool {
	n := len(e.Attributions)
	return n > 0 && e.Attributions[n-1].Type == event.Refusal
}

// subjectOf returns the subject of predicate w: its own, that of the clause that controls it, or the noun that a relative
// clause or a participle describes; w itself if there is none, which speaks of nobody.
func subjectOf(t *syntax.Tree, w int) int {
	if s := t.Subject(w); s >= 0 {
		if a := t.Antecedent(s); a >= 0 {
			return a
		}
		return s
	}
	switch {
	case t.Is(w, "xcomp", "advcl") && t.Head(w) != syntax.NoHead:
		return subjectOf(t, t.Head(w))
	case t.Is(w, "acl") && !t.IsPassive(w):
		return t.Head(w)
	}
	return w
}

// compareRanges orders by place in the text.
func compareRanges(a, b text.Range) int {
	return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Start, b.Start))
}
