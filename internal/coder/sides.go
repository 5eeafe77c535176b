package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// sides takes the first reading of a role in which a word speaks of a participant, those in others left out: who closes "its
// embassy" does nothing to itself.
func (r *run) sides(t *syntax.Tree, roles []lexicon.Role, others []event.Side) []event.Side {
	for _, role := range roles {
		var found []event.Side
		var things []int
		for _, w := range role.Words {
			p := r.in.Participants.At(t.Ref(w))
			if p == nil {
				p = r.partOfThose(t, w)
			}
			if p == nil && role.Slot == lexicon.Subject && others == nil {
				p = r.issuer(t, w)
			}
			if p == nil {
				things = append(things, w)
			}
			if p == nil || has(found, p) || has(others, p) {
				continue
			}
			found = append(found, event.Side{Participant: p, Range: r.words(t, &role, w)})
		}
		if found != nil {
			return r.withOwners(t, found, roles, things, others)
		}
	}
	return nil
}

// withOwners adds to the sides found those who own the things that stand beside them: the government of "attacked police and government offices".
func (r *run) withOwners(t *syntax.Tree, found []event.Side, roles []lexicon.Role, things []int, others []event.Side) []event.Side {
	for _, role := range roles {
		if role.Slot != lexicon.ObjectDoer || !slices.Contains(things, role.Thing) {
			continue
		}
		for _, w := range role.Words {
			if p := r.in.Participants.At(t.Ref(w)); p != nil && !has(found, p) && !has(others, p) {
				found = append(found, event.Side{Participant: p, Range: r.words(t, &role, w)})
			}
		}
	}
	return found
}

// ruled takes the first reading of a role in which a word names a country that the text speaks of as a place only: who marches into Georgia
// invades it, but who bombs somebody in Georgia does nothing to it. A capital stands for its government where the deed is done by words: "criticism of Ankara", and "a visit to Ankara" by somebody
// public.
func (r *run) ruled(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) []event.Side {
	for _, role := range c.Recipients {
		if role.Slot == "in" && e.Type == "ASSAULT" {
			continue
		}
		if found := r.rulers(t, role.Words, e.Actors, r.addressed(c, e, &role)); found != nil {
			return found
		}
	}
	return nil
}

// ruling takes the first reading of the actor, after "from" or "by", in which a word names a country or a capital where the deed is done by words: "a rebuke from
// Beijing".
func (r *run) ruling(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) []event.Side {
	if q := r.quad(e); q != 1 && q != 3 {
		return nil
	}
	for _, role := range c.Actors {
		if role.Slot != "from" && role.Slot != "by" {
			continue
		}
		if found := r.rulers(t, role.Words, nil, e.Type != "CONSULT"); found != nil {
			return found
		}
	}
	return nil
}

// rulers are the governments of the countries that words name, of capitals too if those are allowed, but for those in others.
func (r *run) rulers(t *syntax.Tree, words []int, others []event.Side, capitals bool) []event.Side {
	var found []event.Side
	for _, w := range words {
		x, ok := r.in.Participants.Rulers[t.Ref(w)]
		if !ok || x.Capital && !capitals || has(others, x.Participant) || has(found, x.Participant) {
			continue
		}
		s := event.Side{Participant: x.Participant, Range: r.phrase(t, w)}
		r.out.Metonyms = append(r.out.Metonyms, Metonym{x.Participant, event.Reference{Range: s.Range, Head: w, Form: event.ByMetonym}})
		found = append(found, s)
	}
	return found
}

// addressed reports whether a deed of words is addressed to what stands in a role, rather than done there.
func (r *run) addressed(c *lexicon.Candidate, e *event.Event, role *lexicon.Role) bool {
	if q := r.quad(e); q != 1 && q != 3 {
		return false
	}
	return e.Type != "CONSULT" || role.Slot == "with" || (role.Slot != "in" || c.POS == lexicon.Noun && e.Mode == "visit") && anyPublic(e.Actors)
}

func has(sides []event.Side, p *event.Participant) bool {
	for _, s := range sides {
		if s.Participant == p {
			return true
		}
	}
	return false
}

// words is the phrase of word w of a role; as far as the noun that it owns, if it stands before that: "bombed a Chadian base", "praised the
// king's speech".
func (r *run) words(t *syntax.Tree, role *lexicon.Role, w int) text.Range {
	own := r.phrase(t, w)
	if role.Slot != lexicon.ObjectDoer || role.Thing < own.End {
		return own
	}
	if m := r.in.Mentions.At(t.Ref(role.Thing)); m != nil && m.Range.Start <= own.Start {
		return text.Range{Sentence: own.Sentence, Start: m.Range.Start, End: role.Thing + 1}
	}
	return own
}

// phrase is the mention headed by word w, with the name that stands right after it for the same one ("his counterpart Ola Nordmann"), or its
// phrase by the tree.
func (r *run) phrase(t *syntax.Tree, w int) text.Range {
	m := r.in.Mentions.At(t.Ref(w))
	if m == nil {
		return t.Phrase(w)
	}
	whole := m.Range
	p := r.in.Participants.At(t.Ref(w))
	for _, n := range r.in.Mentions[t.Sentence] {
		if p != nil && m.Name.Empty() && n.Head > w && n.Name.Start == m.Range.End && !n.Name.Empty() && r.in.Participants.At(n.Ref()) == p {
			whole.End = n.Range.End
		}
	}
	return whole
}

// dropBare drops events without sides that tell of nothing told before; those that do take the sides of the first report. What a speech
// act speaks of ("called for a ceasefire") is kept as it is, but for talks, which the act's own code tells of; so is what stands alone and no
// other event tells.
func (r *run) dropBare() {
	var kept []*event.Event
	heirs := map[*event.Event]*event.Event{} // for first reports that are dropped, the one that is first then; nil if none is yet
	for i, e := range r.out.Events {
		if heir, dropped := heirs[e.SameAs]; dropped {
			if heir == nil && !r.retold[e] && len(e.Actors)+len(e.Recipients) > 0 {
				heirs[e.SameAs] = e
			}
			e.SameAs = heir
		}
		if r.retold[e] && e.SameAs == nil {
			r.note(r.in.Trees[e.Trigger.Sentence], e.Trigger.Token, e.Evidence.Rule, "out of scope, no public side, and nothing like it told before")
			heirs[e] = nil
			continue
		}
		if len(e.Actors)+len(e.Recipients) == 0 {
			if e.SameAs == nil && (e.Of != nil && e.Type != "CONSULT" || r.alone[e] && !r.isToldBeside(i)) {
				kept = append(kept, e)
				continue
			}
			if e.SameAs == nil {
				r.note(r.in.Trees[e.Trigger.Sentence], e.Trigger.Token, e.Evidence.Rule, "nobody is named as doing or suffering it")
				heirs[e] = nil
				continue
			}
			e.Actors, e.Recipients = bare(e.SameAs.Actors), bare(e.SameAs.Recipients)
		}
		kept = append(kept, e)
	}
	r.out.Events = kept
}

// isToldBeside reports whether event i, which has no sides, most likely is of no happening of its own: it is one that other words tell, of its type,
// in its sentence ("met for talks"), or before it, where its noun is definite; or one that is only supposed.
func (r *run) isToldBeside(i int) bool {
	e := r.out.Events[i]
	if r.isSupposed(e) {
		return true
	}
	tells := func(f *event.Event) bool {
		return f.Type == e.Type && realis(f) == realis(e) && len(f.Actors)+len(f.Recipients) > 0
	}
	for _, f := range slices.Backward(r.out.Events[max(0, i-window):i]) {
		if tells(f) && (r.definite(e) || e.Type == "CONSULT" && f.Trigger.Sentence == e.Trigger.Sentence) {
			return true
		}
	}
	for _, f := range r.out.Events[i+1:] {
		if f.Trigger.Sentence != e.Trigger.Sentence {
			break
		}
		if tells(f) && e.Type == "CONSULT" {
			return true
		}
	}
	return false
}

// isSupposed reports whether an event is any that might be, not one that is known: "to prevent an attack"; "no arrests" tells what was not done.
func (r *run) isSupposed(e *event.Event) bool {
	if s := realis(e); e.QuadClass != 4 || s != event.Hypothetical && s != event.DeniedDeed || r.definite(e) {
		return false
	}
	d := r.in.Trees[e.Trigger.Sentence].Dependent(e.Trigger.Token, "det")
	return d < 0 || r.in.Trees[e.Trigger.Sentence].Lemmas[d] != "no"
}

// bare is sides without words.
func bare(sides []event.Side) []event.Side {
	out := make([]event.Side, len(sides))
	for i, s := range sides {
		out[i] = event.Side{Participant: s.Participant}
	}
	return out
}

// quad is the quad class of an event: its type's, or that of CAMEO's family 01.
func (r *run) quad(e *event.Event) int {
	if t, ok := r.ontology.Type(e.Type); ok {
		return t.QuadClass
	}
	return 1
}

// sidesInWords says for a note who would have been the sides.
func sidesInWords(t *syntax.Tree, c *lexicon.Candidate) string {
	var words []string
	for _, w := range append(firstWords(c.Actors), firstWords(c.Recipients)...) {
		words = append(words, t.Form(w))
	}
	if words == nil {
		return "nobody is named"
	}
	return strings.Join(words, ", ")
}

// firstWords are the words of the first reading of a role.
func firstWords(roles []lexicon.Role) []int {
	if len(roles) == 0 {
		return nil
	}
	return roles[0].Words
}
