package attribution_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/text"
	"example.org/demarche/internal/treetest"
)

// marked is an example of data/cues taken apart: its text, and the spans of source, cue and content.
type marked struct {
	text  string
	spans map[rune][]text.Span // by the opening mark: [ < {
}

// parseMarked reads an example: source in [ ], cue in < >, content in { }.
func parseMarked(s string) marked {
	m := marked{spans: map[rune][]text.Span{}}
	var b strings.Builder
	open := map[rune]int{}
	closing := map[rune]rune{']': '[', '>': '<', '}': '{'}
	for _, r := range s {
		switch {
		case strings.ContainsRune("[<{", r):
			open[r] = b.Len()
		case strings.ContainsRune("]>}", r):
			o := closing[r]
			m.spans[o] = append(m.spans[o], text.Span{Start: open[o], End: b.Len()})
		default:
			b.WriteRune(r)
		}
	}
	m.text = b.String()
	return m
}

// find returns the attributions of an example.
func (m marked) find(t *testing.T, cues *attribution.Cues, k *names.Knowledge) (*text.Segmentation, []*event.Attribution) {
	g, trees, labels := treetest.Parse(t, m.text)
	return g, attribution.Find(g, trees, names.Find(trees, labels, nil, k), cues)
}

// fits reports whether an attribution has the spans that the example marks.
func (m marked) fits(g *text.Segmentation, a *event.Attribution) bool {
	spans := func(rs ...text.Range) []text.Span {
		var out []text.Span
		for _, r := range rs {
			if !r.Empty() {
				out = append(out, g.Span(r))
			}
		}
		return out
	}
	return slices.Equal(m.spans['['], spans(a.Source.Range)) && slices.Equal(m.spans['<'], spans(a.Cue.Range)) &&
		slices.Equal(m.spans['{'], spans(a.Content...))
}

// TestExamples runs the examples of data/cues: each must give the attribution that is marked in it, found by its entry.
func TestExamples(t *testing.T) {
	cues, err := attribution.LoadCues(os.DirFS("../../data/cues"))
	if err != nil {
		t.Fatal(err)
	}
	k, err := names.Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cues.All {
		for _, x := range c.Examples {
			m := parseMarked(x.Marked)
			g, all := m.find(t, cues, k)
			if !slices.ContainsFunc(all, func(a *event.Attribution) bool { return a.Evidence.Rule == c.Rule && m.fits(g, a) }) {
				t.Errorf("%s, line %d: %s\nfound %s", c.Rule, x.Line, x.Marked, drawn(g, all))
			}
		}
	}
}

// drawn writes attributions as examples are written, with their rules.
func drawn(g *text.Segmentation, all []*event.Attribution) string {
	var out []string
	for _, a := range all {
		s := "[" + form(g, a.Source.Range) + "] <" + form(g, a.Cue.Range) + ">"
		for _, r := range a.Content {
			s += " {" + form(g, r) + "}"
		}
		out = append(out, s+" by "+a.Evidence.Rule)
	}
	return strings.Join(out, "; ")
}

func form(g *text.Segmentation, r text.Range) string {
	if r.Empty() {
		return ""
	}
	return g.Form(g.Span(r))
}
