package coder

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// NoTarget is how datasets of relations write that nobody is acted upon.
const NoTarget = "a recipient"

// A Relation is what one string of a sentence does to another, folded as PLOVER's codebook folds.
type Relation struct {
	Type       string // PLOVER's, "" if nothing was found
	Mode       string // PLOVER's, "" for none
	CAMEO      string
	Status     event.Status
	Confidence float64 // 0 to 1
	Why        string  // rule and reasons, for people
}

// A Judge says who decides what relates two strings.
type Judge int

// The judges. Without a choice head frames decide alone.
const (
	Both Judge = iota
	FramesAlone
	HeadAlone
)

// JudgeByName returns the judge of a name: both, frames or head.
func JudgeByName(name string) (Judge, error) {
	switch name {
	case "both":
		return Both, nil
	case "frames":
		return FramesAlone, nil
	case "head":
		return HeadAlone, nil
	}
	return 0, fmt.Errorf("%q: frames, head or both may decide", name)
}

// Relate says what source does to target in a text of one or a few sentences. It answers for any two strings, public or not. It returns
// no type where none is likely enough; with always, its best guess.
func (c *Coder) Relate(in Input, source, target string, by Judge, always bool) Relation {
	f := finder{in: in}
	p := Pair{Source: f.find("source", source)}
	if target != NoTarget {
		p.Target = f.find("target", target)
	}
	found := c.Evidence(in, []Pair{p})[0]
	var rel Relation
	if c.chooser == nil || by == FramesAlone || c.lexicon.Whole() || by != HeadAlone && ownDecides(found) {
		rel = c.byFrames(found, always)
	} else {
		if by == HeadAlone {
			found = nil
		}
		rel = c.byBoth(in, p, found, always)
	}
	rel.Why = strings.Join(append([]string{rel.Why}, f.doubts...), "; ")
	return rel
}

// ownDecides reports whether a frame of the user's own ties the two together: who wrote it means it.
func ownDecides(found []Evidence) bool {
	return slices.ContainsFunc(found, func(e Evidence) bool { return e.Own && e.Fit >= leastFit })
}

// byFrames takes the frame that fits best, the first of equals.
func (c *Coder) byFrames(found []Evidence, always bool) Relation {
	best := -1
	for i := range found {
		if best < 0 || found[i].Fit > found[best].Fit {
			best = i
		}
	}
	switch {
	case best >= 0 && (found[best].Fit >= leastFit || always):
		rel := found[best].Relation
		rel.Confidence = float64(found[best].Fit) / (mostFit + 1)
		return rel
	case always:
		return Relation{Type: "ACCUSE", CAMEO: c.ontology.DefaultCode("ACCUSE", ""), Confidence: 0.05, Why: "no frame fits anywhere; a guess"}
	}
	return Relation{Why: "no frame fits"}
}

// byBoth lets the choice head decide, for which frames are evidence.
func (c *Coder) byBoth(in Input, p Pair, found []Evidence, always bool) Relation {
	choice := c.chooser.choose(in.Sketches, 0, p.marks(in.Trees))
	chances := c.chooser.combine(&choice, found)
	best := argmax(chances[2:]) + 2
	if !always {
		if chances[best] < c.chooser.least {
			return Relation{Why: fmt.Sprintf("nothing is likely enough; %s by %.0f %%", c.chooser.types[best-2], 100*chances[best])}
		}
	} else if rest := 1 - chances[0] - chances[1]; rest > 0 {
		chances[best] /= rest
	}
	typ := c.chooser.types[best-2]
	rel := Relation{Type: typ, Mode: choice.Mode(typ), Status: choice.Status(), Why: "choice.dmm"}
	rel.CAMEO = c.ontology.DefaultCode(typ, rel.Mode)
	fit := 0
	for i := range found {
		if found[i].Type == typ && found[i].Fit > fit {
			rel, fit = found[i].Relation, found[i].Fit
		}
	}
	rel.Confidence = float64(chances[best])
	return rel
}

// marks are the words of a pair as the choice head wants them: of each side those that head it.
func (p *Pair) marks(trees []*syntax.Tree) []marked {
	var all []marked
	for _, t := range trees {
		for mark, words := range map[int][]text.Ref{markActor: p.Source, markRecipient: p.Target} {
			if h, ok := headOf(t, words); ok {
				all = append(all, marked{t.Sentence, h, mark})
			}
		}
	}
	return all
}

// A finder looks strings up in a text.
type finder struct {
	in     Input
	doubts []string // strings that were not found as they are
}

// find returns the words that a string covers: where it stands, the first time as whole words if it does, else the first place of its head
// word.
func (f *finder) find(what, s string) []text.Ref {
	s = strings.TrimSpace(s)
	full := f.in.Segments.Text
	if places := placesOf(full, s); len(places) > 0 {
		if len(places) > 1 {
			f.doubts = append(f.doubts, fmt.Sprintf("%s %q stands there more than once; the first was taken", what, s))
		}
		return f.words(places[0], len(s))
	}
	f.doubts = append(f.doubts, fmt.Sprintf("%s %q is not in the sentence; matched by its head word", what, s))
	head := headWord(s)
	if places := placesOf(strings.ToLower(full), strings.ToLower(head)); len(places) > 0 && places[0]+len(head) <= len(full) {
		return f.words(places[0], len(head))
	}
	return nil
}

// placesOf is where a string stands in a text as whole words, or if it does nowhere, all places where it stands.
func placesOf(full, s string) []int {
	if s == "" {
		return nil
	}
	var whole, all []int
	for at := 0; ; {
		i := strings.Index(full[at:], s)
		if i < 0 {
			break
		}
		i += at
		if before, _ := utf8.DecodeLastRuneInString(full[:i]); !isLetter(before) {
			if after, _ := utf8.DecodeRuneInString(full[i+len(s):]); !isLetter(after) {
				whole = append(whole, i)
			}
		}
		all = append(all, i)
		at = i + len(s)
	}
	if whole != nil {
		return whole
	}
	return all
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// words are those that a stretch of the text covers.
func (f *finder) words(at, length int) []text.Ref {
	r := f.in.Segments.Covering(text.Span{Start: at, End: at + length})
	var all []text.Ref
	for i := r.Start; i < r.End; i++ {
		all = append(all, text.Ref{Sentence: r.Sentence, Token: i})
	}
	return all
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
