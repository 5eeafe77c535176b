package attribution

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// knowledge loads data/cues.
func knowledge(t testing.TB) *Cues {
	t.Helper()
	c, err := LoadCues(os.DirFS("../../data/cues"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// article makes a segmentation with trees of lines. A line is a sentence: words written form/UPOS/head/relation, with the
// lemma after that where it is not the form in lower case, and the Penn tag where it matters; heads count from 1, 0 is the
// root. A word that begins with "+" stands without white space before it; an empty line parts paragraphs.
func article(t testing.TB, lines string) (*text.Segmentation, []*syntax.Tree) {
	t.Helper()
	var b strings.Builder
	g := &text.Segmentation{}
	var sentences [][]string
	paragraph := true
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			paragraph = true
			b.WriteString("\n")
			continue
		}
		first := len(g.Tokens)
		for _, f := range fields {
			if strings.HasPrefix(f, "+") {
				f = f[1:]
			} else if b.Len() > 0 {
				b.WriteByte(' ')
			}
			form, _, _ := strings.Cut(f, "/")
			span := text.Span{Start: b.Len(), End: b.Len() + len(form)}
			b.WriteString(form)
			g.Tokens = append(g.Tokens, text.Token{Span: span, Surface: span})
		}
		g.Sentences = append(g.Sentences, text.Sentence{
			Span:  text.Span{Start: g.Tokens[first].Span.Start, End: b.Len()},
			First: first, End: len(g.Tokens), Paragraph: paragraph,
		})
		sentences, paragraph = append(sentences, fields), false
	}
	g.Text = b.String()
	trees := make([]*syntax.Tree, len(sentences))
	for i, fields := range sentences {
		trees[i] = tree(t, i, g, fields)
	}
	return g, trees
}

func tree(t testing.TB, s int, g *text.Segmentation, fields []string) *syntax.Tree {
	t.Helper()
	tree := syntax.New(s, g.Text, g.Words(s))
	for i, f := range fields {
		p := append(strings.Split(strings.TrimPrefix(f, "+"), "/"), "", "")
		head, err := strconv.Atoi(p[2])
		if err != nil {
			t.Fatalf("%q: %v", f, err)
		}
		tree.UPOS[i], tree.Heads[i], tree.Rels[i], tree.Lemmas[i], tree.XPOS[i] = p[1], int32(head-1), p[3], p[4], p[5]
		if p[4] == "" {
			tree.Lemmas[i] = strings.ToLower(p[0])
		}
	}
	tree.Link()
	return tree
}

// compare holds what is found in articles, each under the name of what it shows, against what ought to be: lines as [article] takes them,
// ----, the attributions as [draw] writes them.
func compare(t *testing.T, cases map[string]string) {
	cues := knowledge(t)
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			lines, want, _ := strings.Cut(c, "----")
			g, trees := article(t, lines)
			got := draw(g, Find(g, trees, nil, cues))
			if strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("%s\n----\n%swant%s", g.Text, got, want)
			}
		})
	}
}

// draw writes attributions one a line: source, cue and content as words, then what else is known.
func draw(g *text.Segmentation, all []*event.Attribution) string {
	words := func(r text.Range) string {
		if r.Empty() {
			return "-"
		}
		return g.Form(g.Span(r))
	}
	var b strings.Builder
	for _, a := range all {
		var content []string
		for _, r := range a.Content {
			content = append(content, words(r))
		}
		fmt.Fprintf(&b, "[%s] <%s> {%s} %s %s %s", words(a.Source.Range), words(a.Cue.Range), strings.Join(content, " … "), a.Type, a.Stance, a.Quote)
		for _, more := range []struct{ name, value string }{
			{"to", strings.TrimPrefix(words(a.Addressee.Range), "-")}, {"medium", a.Medium}, {"occasion", a.Occasion},
		} {
			if more.value != "" {
				fmt.Fprintf(&b, ", %s %s", more.name, more.value)
			}
		}
		if a.Negated {
			b.WriteString(", negated")
		}
		if a.Within != nil {
			fmt.Fprintf(&b, ", within <%s>", words(a.Within.Cue.Range))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
