package places_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche/internal/actors"
	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/gazetteer"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/places"
	"example.org/demarche/internal/text"
	"example.org/demarche/internal/treetest"
)

var update = flag.Bool("update", false, "write the expected places of testdata anew")

// A house is what the stages before places, and places itself, know.
type house struct {
	names     *names.Knowledge
	cues      *attribution.Cues
	actors    *actors.Knowledge
	places    *places.Knowledge
	gazetteer event.Gazetteer
}

func build(t testing.TB) *house {
	t.Helper()
	h := &house{}
	root := os.DirFS("../../data")
	var errs [5]error
	h.names, errs[0] = names.Load(root)
	h.cues, errs[1] = attribution.LoadCues(os.DirFS("../../data/cues"))
	h.actors, errs[2] = actors.Load(root)
	h.places, errs[3] = places.Load(os.DirFS("../../data/places"))
	file, err := os.ReadFile("../../data/places/gazetteer.tsv")
	if err == nil {
		h.gazetteer, errs[4] = gazetteer.Open(string(file))
	}
	for _, err := range append(errs[:], err) {
		if err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// find runs the stages over a text.
func (h *house) find(t testing.TB, s string) (*text.Segmentation, []*event.Place) {
	g, trees, labels := treetest.Parse(t, s)
	mentions := names.Find(trees, labels, nil, h.names)
	attributions := attribution.Find(g, trees, mentions, h.cues)
	participants := actors.Resolve(g, trees, mentions, attributions, h.actors, "")
	return g, places.Find(g, trees, mentions, participants, h.gazetteer, h.places)
}

// draw writes places as the files of testdata have them: a line for each, with name, state, division, coordinates, precision
// and radius; below it the words that name it, and what it is told by.
func draw(g *text.Segmentation, all []*event.Place) string {
	var b strings.Builder
	for _, p := range all {
		fmt.Fprintf(&b, "%s", strings.Join(strings.Fields(p.Name+" "+p.Country+" "+strings.ReplaceAll(p.Admin1, " ", "_")), " "))
		if p.Located {
			fmt.Fprintf(&b, " %.1f %.1f %s %.0fkm", p.Lat, p.Lon, p.Precision, p.RadiusKM)
		}
		for i, m := range p.Mentions {
			fmt.Fprintf(&b, "%s %s: %s", []string{"\n ", ","}[min(i, 1)], m.Use, g.Form(g.Span(m.Range)))
		}
		if r := p.Relative; r != nil {
			to := make([]string, len(r.To))
			for i, x := range r.To {
				to[i] = x.Name
			}
			fmt.Fprintf(&b, "\n  %s", strings.Join(strings.Fields(fmt.Sprintf("%.0fkm %s of %s", r.KM, r.Bearing, strings.Join(to, ", "))), " "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestFind runs the cases of testdata: a text, "----", its places.
func TestFind(t *testing.T) {
	h := build(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for c := range strings.SplitSeq(strings.TrimSpace(string(content)), "\n\n") {
			in, want, _ := strings.Cut(c, "\n----")
			got := strings.TrimSuffix(draw(h.find(t, in)), "\n")
			if want = strings.TrimPrefix(want, "\n"); got != want && !*update {
				t.Errorf("%s: %s\n---- got\n%s\n---- want\n%s", file, in, got, want)
			}
			out = append(out, strings.TrimSuffix(in+"\n----\n"+got, "\n"))
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(out, "\n\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
