package coder

import (
	"fmt"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// NoTarget is how datasets of relations write that nobody is acted upon.
const NoTarget = "a recipient"

// A Relation is what one string of a sentence does to another, folded as PLOVER's codebook folds.
type Relation struct {
	Type       string // PLOVER's, "" if nothing was found
	CAMEO      string
	Status     event.Status
	Confidence float64 // 0 to 1
	Why        string  // rule and reasons, for people
}

// Relate says what source does to target in a text of one or a few sentences. It answers for any two strings, public or
// not. Without a frame that fits it returns no type; with always, its best guess.
func (c *Coder) Relate(in Input, source, target string, always bool) Relation {
	r := newRun(c, in)
	p := &pair{run: r}
	p.source = p.find("source", source)
	if target != NoTarget {
		p.target = p.find("target", target)
	}
	p.bare = target == NoTarget
	best := p.best()
	if best == nil || best.score < fits && !always {
		if always {
			return Relation{Type: "ACCUSE", CAMEO: c.ontology.DefaultCode("ACCUSE", ""), Confidence: 0.05, Why: p.whyNot("no frame fits anywhere; a guess")}
		}
		return Relation{Why: p.whyNot("no frame fits")}
	}
	return p.relation(best)
}

// A pair is two strings of a text, and the work on them.
type pair struct {
	*run
	source, target text.Range
	bare           bool     // no target is asked for
	doubts         []string // strings that were not found as they are
}

func (p *pair) whyNot(why string) string {
	return strings.Join(append([]string{why}, p.doubts...), "; ")
}

// A scored is a candidate with how well it fits the pair.
type scored struct {
	t     *syntax.Tree
	c     *lexicon.Candidate
	score int
}

// fits is the least score of a candidate that ties the two strings together.
const fits = 4

// best returns the candidate that fits the pair best, the first of equals; nil if the text has none.
func (p *pair) best() *scored {
	var best *scored
	for _, t := range p.in.Trees {
		cs := p.lexicon.Match(t, p.referents(t)).Candidates
		for i := range cs {
			if cs[i].Code.Type == "" {
				continue
			}
			if s := p.score(t, &cs[i]); best == nil || s > best.score {
				best = &scored{t, &cs[i], s}
			}
		}
	}
	return best
}

// score tells how well a candidate's slots hold the two strings: 3 for each in its own slot, less for one that merely stands
// below the deed, and a speech act before the deed that it speaks of.
func (p *pair) score(t *syntax.Tree, c *lexicon.Candidate) int {
	s := 0
	switch {
	case p.holds(t, p.source, c.Actors):
		s += 3
	case c.Reciprocal && p.holds(t, p.source, c.Recipients):
		s += 3
	case p.below(t, c.Predicate, p.source):
		s++
	}
	switch {
	case p.bare || p.target.Empty():
		if s == 3 {
			s++
		}
	case p.holds(t, p.target, c.Recipients):
		s += 3
	case c.Reciprocal && p.holds(t, p.target, c.Actors):
		s += 3
	case p.below(t, c.Predicate, p.target):
		s++
	}
	return s
}

// holds reports whether one of the readings of a role has a word in the range.
func (p *pair) holds(t *syntax.Tree, r text.Range, roles []lexicon.Role) bool {
	for _, role := range roles {
		for _, w := range role.Words {
			if r.Has(t.Ref(w)) {
				return true
			}
		}
	}
	return false
}

// below reports whether the range's head stands below a word.
func (p *pair) below(t *syntax.Tree, w int, r text.Range) bool {
	return !r.Empty() && r.Sentence == t.Sentence && t.Dominates(w, top(t, r))
}

// relation folds the event that a candidate gives.
func (p *pair) relation(s *scored) Relation {
	e := &event.Event{Type: s.c.Code.Type, CAMEO: s.c.Code.CAMEO, Trigger: s.t.Ref(s.c.Trigger), Attributions: p.around(s.t.Ref(s.c.Trigger))}
	e.QuadClass = p.quad(e)
	p.setStatus(s.t, s.c, e)
	folded := Fold(p.published(e), e.Status)
	out := Relation{Type: folded, CAMEO: s.c.Code.CAMEO, Status: e.Status, Confidence: float64(s.score) / 7}
	why := fmt.Sprintf("%s; %s, %s", ruleOf(s.c.Frame, s.c.Head), e.Status, e.Because)
	if folded != e.Type {
		why += fmt.Sprintf("; %s folded into %s", e.Type, folded)
		out.CAMEO = p.ontology.DefaultCode(folded, "")
	}
	out.Why = p.whyNot(why)
	return out
}

// published is the type that the published mapping from CAMEO has for an event's code: datasets of relations were made by it.
// Where it has none, or the frame chose another type than the code's own, the event's type stands.
func (p *pair) published(e *event.Event) string {
	if c, ok := p.ontology.Code(e.CAMEO); ok && c.Type == e.Type && c.MappedType != "" {
		return c.MappedType
	}
	return e.Type
}

// Fold gives the type that PLOVER's codebook has for a deed that did not take place: a promised cooperation is AGREE, a
// demanded deed REQUEST, a threatened one THREATEN, a refused cooperation REJECT.
func Fold(kind string, s event.Status) string {
	switch s {
	case event.Planned:
		switch kind {
		case "CONSULT", "SUPPORT", "COOPERATE", "AID":
			return "AGREE"
		case "RETREAT":
			return "CONCEDE"
		case "ASSAULT", "COERCE", "SANCTION":
			return "THREATEN"
		}
	case event.DemandedDeed:
		return "REQUEST"
	case event.ThreatenedDeed, event.Conditional:
		switch kind {
		case "ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE":
			return "THREATEN"
		}
	case event.DeniedDeed:
		switch kind {
		case "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT":
			return "REJECT"
		}
	}
	return kind
}

// find returns the words that a string covers: where it stands if it stands once, else the first place of its head word.
func (p *pair) find(what, s string) text.Range {
	s = strings.TrimSpace(s)
	full := p.in.Segments.Text
	first := strings.Index(full, s)
	switch {
	case s == "" || first < 0:
		p.doubts = append(p.doubts, fmt.Sprintf("%s %q is not in the sentence; matched by its head word", what, s))
	case strings.Contains(full[first+1:], s):
		p.doubts = append(p.doubts, fmt.Sprintf("%s %q stands there more than once; the first was taken", what, s))
		fallthrough
	default:
		return p.in.Segments.Covering(text.Span{Start: first, End: first + len(s)})
	}
	head := headWord(s)
	at := strings.Index(strings.ToLower(full), strings.ToLower(head))
	if head == "" || at < 0 {
		return text.Range{}
	}
	return p.in.Segments.Covering(text.Span{Start: at, End: at + len(head)})
}

// headWord guesses the head of a noun phrase that stands alone: the last word before a preposition.
func headWord(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		switch strings.ToLower(w) {
		case "of", "in", "for", "from", "on", "at", "to", "with", "who", "that", "which":
			if i > 0 {
				return words[i-1]
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// top is the word of a range that hangs on a word outside it.
func top(t *syntax.Tree, r text.Range) int {
	for i := r.Start; i < r.End; i++ {
		if h := t.Head(i); h < r.Start || h >= r.End {
			if t.UPOS[i] != "PUNCT" {
				return i
			}
		}
	}
	return r.Start
}
