package demarche_test

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche"
)

// TestTokensOfOurOwn: the words that the program itself prints, given back to it, get the analysis that they had.
func TestTokensOfOurOwn(t *testing.T) {
	c, samples := open(t)
	for _, a := range samples[:3] {
		var want, got bytes.Buffer
		if err := c.WriteCoNLLU(t.Context(), &want, a); err != nil {
			t.Fatal(err)
		}
		for d, err := range demarche.ReadTokens(bytes.NewReader(want.Bytes()), "ours") {
			if err != nil {
				t.Fatal(err)
			}
			if err := c.WriteTokens(t.Context(), &got, d); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(want.Bytes(), got.Bytes()) {
			t.Errorf("%s: the analysis is another", a.SourceID)
		}
	}
}

// TestTokensOfALongSentence: a sentence longer than the encoder takes stays one, every word of it analysed.
func TestTokensOfALongSentence(t *testing.T) {
	var file strings.Builder
	n := 0
	for range 90 {
		for w := range strings.FieldsSeq("The ministers met rebels in Khartoum on Friday and") {
			n++
			fmt.Fprintf(&file, "%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", n, w)
		}
	}
	c, _ := open(t)
	roots, words, joints, far := 0, 0, 0, 0
	for line := range strings.Lines(writeTokens(t, c, file.String())) {
		col := strings.Split(line, "\t")
		if len(col) < 10 {
			continue
		}
		words++
		if col[3] == "X" || col[3] == "_" {
			t.Fatalf("not analysed: %s", line)
		}
		if col[6] == "0" {
			roots++
		}
		if col[1] == "Khartoum" && !strings.Contains(col[9], "Name=") {
			t.Errorf("no name: %s", line)
		}
		if id, head := number(t, col[0]), number(t, col[6]); head > 0 && col[7] != "parataxis" && max(id-head, head-id) > 510 {
			far++ // an arc from one stretch to another
		}
		if col[7] == "parataxis" {
			joints++
		}
	}
	if words != n || roots != 1 || joints == 0 || far > 0 {
		t.Errorf("%d words of %d, %d roots, %d joints, %d arcs too long", words, n, roots, joints, far)
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestTokensRefused: what is no CoNLL-U, or no UTF-8, is told with its place.
func TestTokensRefused(t *testing.T) {
	for in, want := range map[string]string{
		"1\tgo\n":                           "file.conllu: line 1: 2 columns",
		"1\t\xff\t_\t_\t_\t_\t_\t_\t_\t_\n": `file.conllu: document "" is not UTF-8`,
	} {
		for _, err := range demarche.ReadTokens(strings.NewReader(in), "file.conllu") {
			if err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%v, want %s", err, want)
			}
		}
	}
}

func writeTokens(t *testing.T, c *demarche.Coder, file string) string {
	t.Helper()
	var b strings.Builder
	for d, err := range demarche.ReadTokens(strings.NewReader(file), "file") {
		if err == nil {
			err = c.WriteTokens(t.Context(), &b, d)
		}
		if err == nil {
			err = c.WriteTokenTrees(t.Context(), io.Discard, d)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestMentions: noun phrases with their kinds, in code points.
func TestMentions(t *testing.T) {
	c, _ := open(t)
	const text = "The minister met Zoë Larsen in São Tomé."
	found, err := c.Mentions(t.Context(), demarche.Article{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range found {
		got = append(got, fmt.Sprintf("%s/%s/%v", string([]rune(text)[m.Start:m.End]), m.Kind, m.Named))
	}
	if want := "The minister/person/false Zoë Larsen/person/true São Tomé/place/true"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %s", got, want)
	}
	if _, err := c.Mentions(t.Context(), demarche.Article{}); err == nil {
		t.Error("an article without text is taken")
	}
}
