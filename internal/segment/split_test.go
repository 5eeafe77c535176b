package segment

import (
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche/data"
	"example.org/demarche/internal/text"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata; read the difference")

// drawing shows a segmentation: a line for each sentence, "¶ " where it begins a paragraph, its words parted by spaces,
// those of one surface token by "|"; "…cut" at its end where it was cut. Characters that cannot be seen are escaped.
func drawing(g *text.Segmentation) string {
	var b strings.Builder
	for i, s := range g.Sentences {
		if s.Paragraph {
			b.WriteString("¶ ")
		}
		for k, w := range g.Words(i) {
			if k > 0 && w.Surface == g.Words(i)[k-1].Surface {
				b.WriteByte('|')
			} else if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(visible(g.Form(w.Span)))
		}
		if s.Cut {
			b.WriteString(" …cut")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// visible escapes what cannot be seen.
func visible(s string) string {
	q := strconv.QuoteToGraphic(s)
	return strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
}

// model is the embedded model of sentence ends.
func model(t testing.TB) *Boundaries {
	t.Helper()
	m, err := OpenBoundaries(data.Boundaries)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestSplit reads testdata/*.txt: cases parted by "====", each a text, "----" and its drawing. A backslash in a text
// escapes as in Go.
func TestSplit(t *testing.T) {
	for _, file := range []string{"news", "press", "layout", "words", "odd"} {
		name := "testdata/" + file + ".txt"
		cases, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for c := range strings.SplitSeq(string(cases), "====\n") {
			source, want, ok := strings.Cut(c, "\n----\n")
			if !ok {
				t.Fatalf("%s: no ---- in %q", name, c)
			}
			in := source
			if strings.Contains(in, `\`) {
				if in, err = strconv.Unquote(`"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(in) + `"`); err != nil {
					t.Fatalf("%s: %q: %v", name, source, err)
				}
			}
			got := drawing(Split(in, nil, model(t)))
			if got != want && !*update {
				t.Errorf("%s:\n%s\n----\n%swant\n%s", name, source, got, want)
			}
			out = append(out, source+"\n----\n"+got)
		}
		if *update {
			if err := os.WriteFile(name, []byte(strings.Join(out, "====\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
