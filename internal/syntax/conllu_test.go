package syntax

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/text"
)

// sample has a multiword token that its words spell, one that they do not, an empty node, and two paragraphs.
const sample = `# newdoc id = oslo/1
# newpar
# sent_id = oslo_1-1
# text = She can't go.
1	She	she	PRON	PRP	Number=Sing	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = oslo_1-2
# text = Au revoir du port
1	Au	_	_	_	_	0	root	_	_
2	revoir	_	_	_	_	1	flat	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	_	5	det	_	_
5	port	port	NOUN	_	_	1	nmod	_	_

# newpar
# sent_id = oslo_1-3
# text = Bye
1	Bye	bye	INTJ	UH	_	0	root	_	_

`

func readAll(t *testing.T, r io.Reader) []*Document {
	t.Helper()
	var all []*Document
	for d, err := range ReadCoNLLU(r) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d)
	}
	return all
}

func TestReadCoNLLU(t *testing.T) {
	docs := readAll(t, strings.NewReader(strings.Replace(sample, "5\tport", "4.1\tvu\t_\t_\t_\t_\t_\t_\t_\t_\n5\tport", 1)))
	if len(docs) != 1 {
		t.Fatalf("%d documents, want 1", len(docs))
	}
	g := docs[0].Segmentation
	if want := "She can't go. Au revoir du port\n\nBye"; g.Text != want {
		t.Fatalf("text %q, want %q", g.Text, want)
	}
	var got []string
	for _, w := range g.Tokens {
		got = append(got, g.Form(w.Span)+"/"+g.Form(w.Surface))
	}
	want := "She/She ca/can't n't/can't go/go ./. Au/Au revoir/revoir du/du du/du port/port Bye/Bye"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("words\n%s\nwant\n%s", s, want)
	}
	if s := g.Sentences[1]; s.Paragraph || !g.Sentences[2].Paragraph {
		t.Error("the third sentence begins a paragraph, the second does not")
	}
	if tree := docs[0].Trees[0]; tree.Form(tree.Dependent(3, "nsubj")) != "She" || tree.Feats[2] != "" {
		t.Error("the first tree was not read right")
	}
}

func TestCoNLLURoundTrip(t *testing.T) {
	// The words of "du" are no parts of it, and are written as what the text has.
	want := strings.NewReplacer("3\tde\t", "3\tdu\t", "4\tle\t", "4\tdu\t").Replace(sample)
	var b bytes.Buffer
	for _, d := range readAll(t, strings.NewReader(sample)) {
		if err := WriteCoNLLU(&b, d, nil); err != nil {
			t.Fatal(err)
		}
	}
	if b.String() != want {
		t.Errorf("written back:\n%s\nwant\n%s", b.String(), want)
	}
}

func TestCoNLLUMisc(t *testing.T) {
	d := readAll(t, strings.NewReader(sample))[0]
	var b bytes.Buffer
	err := WriteCoNLLU(&b, d, func(r text.Ref) string {
		if r.Sentence == 0 && r.Token == 3 {
			return "Name=B-PER"
		}
		return ""
	})
	if err != nil || !strings.Contains(b.String(), "\t_\tName=B-PER|SpaceAfter=No\n") {
		t.Errorf("error %v, no Name=B-PER in\n%s", err, b.String())
	}
}

func TestCoNLLUWithoutTrees(t *testing.T) {
	d := readAll(t, strings.NewReader(sample))[0]
	d.Trees = nil
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, d, nil); err != nil || !strings.Contains(b.String(), "\n1\tShe\t_\t_\t_\t_\t_\t_\t_\t_\n") {
		t.Errorf("error %v in\n%s", err, b.String())
	}
}

// TestReadTokens: a file is written back over its own lines, with comments and forms as they are, and without its analysis.
func TestReadTokens(t *testing.T) {
	const file = `# newdoc id = oslo
# meta::genre = letter
# newpar id = p 1
# sent_id = oslo-a
# text = Au port.
1-2	Au	_	_	_	_	_	_	_	Typo=Yes
1	A	_	_	_	_	_	_	_	Entity=(1
2	le	_	_	_	_	_	_	_	_
2.1	vieux	_	_	_	_	_	_	_	_
3	port	_	_	_	_	_	_	_	Entity=1)|SpaceAfter=No
4	.	_	_	_	_	9	_	_	_

# newdoc id = bergen
1	Go	_	_	_	_	_	_	_	_

`
	var b bytes.Buffer
	for d, err := range ReadTokens(strings.NewReader(file)) {
		if err != nil {
			t.Fatal(err)
		}
		if d.Trees != nil {
			t.Error("there are trees")
		}
		for i := range d.Segmentation.Sentences {
			tree := New(i, d.Segmentation.Text, d.Segmentation.Words(i))
			for k := range tree.Len() {
				tree.UPOS[k], tree.Heads[k], tree.Rels[k] = "X", int32(k-1), "dep"
			}
			d.Trees = append(d.Trees, tree)
		}
		misc := func(r text.Ref) string { return map[int]string{2: "Name=B-LOC"}[r.Token] }
		if err := WriteCoNLLU(&b, d, misc); err != nil {
			t.Fatal(err)
		}
	}
	const want = `# newdoc id = oslo
# meta::genre = letter
# newpar id = p 1
# sent_id = oslo-a
# text = Au port.
1-2	Au	_	_	_	_	_	_	_	_
1	A	_	X	_	_	0	dep	_	_
2	le	_	X	_	_	1	dep	_	_
3	port	_	X	_	_	2	dep	_	Name=B-LOC|SpaceAfter=No
4	.	_	X	_	_	3	dep	_	_

# newdoc id = bergen
1	Go	_	X	_	_	0	dep	_	_

`
	if b.String() != want {
		t.Errorf("written:\n%s\nwant\n%s", b.String(), want)
	}
}

func TestCoNLLUErrors(t *testing.T) {
	word := func(id, head string) string { return id + "\tgo\t_\t_\t_\t_\t" + head + "\t_\t_\t_\n" }
	for _, c := range []struct{ in, want string }{
		{"1\tgo\n", "line 1: 2 columns: a line of CoNLL-U has ten"},
		{"\n\n" + word("2", "0"), "line 3: the word is numbered \"2\": it must be 1"},
		{word("1", "0") + word("2", "7"), "line 2: the head \"7\": it must be a number from 0 to 2"},
		{word("1", "2") + word("2", "1"), "line 1: the sentence is no tree"},
		{word("1", "0") + word("2", "0"), "line 1: the sentence is no tree"},
		{word("2-3", "_"), "line 1: the multiword token \"2-3\" is out of place"},
		{word("1-2", "_") + word("1", "0"), "line 2: the multiword token's words are missing"},
		{word("1-2", "_") + word("1", "0") + word("2-3", "_"), "line 3: the multiword token \"2-3\" is out of place"},
		{"# text = stay\n" + word("1", "0"), "line 2: the sentence's # text goes on \"stay\" where its words have \"go\""},
		{"# text = go home\n" + word("1", "0"), "line 2: the sentence's # text has \" home\" after its last word"},
		{strings.Replace(word("1", "0"), "go", "", 1), "line 1: a word without a form, or"},
		{"# " + strings.Repeat("x", MaxLine), "line 1: the line is longer than 1 MiB"},
	} {
		var err error
		for _, e := range ReadCoNLLU(strings.NewReader(c.in)) {
			err = e
		}
		var format *FormatError
		if !errors.As(err, &format) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.60q: error %v, want %s…", c.in, err, c.want)
		}
	}
}

func TestCoNLLULongSentence(t *testing.T) {
	var b strings.Builder
	for i := range MaxWords + 1 {
		fmt.Fprintf(&b, "%d\tgo\t_\t_\t_\t_\t0\t_\t_\t_\n", i+1)
	}
	for _, err := range ReadCoNLLU(strings.NewReader(b.String())) {
		if err == nil || !strings.Contains(err.Error(), "more than 1000 words") {
			t.Errorf("error %v", err)
		}
	}
}

// TestCoNLLUTreebanks reads whole treebanks and writes them back; what must be the same are the columns that we keep.
func TestCoNLLUTreebanks(t *testing.T) {
	for _, name := range []string{"en_ewt-dev", "en_gum-dev"} {
		f, err := os.Open("../../../shared/data/ud/" + name + ".conllu.gz")
		if err != nil {
			t.Skip("needs ../shared/data/ud")
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		source, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, d := range readAll(t, bytes.NewReader(source)) {
			if err := WriteCoNLLU(&b, d, nil); err != nil {
				t.Fatal(err)
			}
		}
		got, want := keptLines(b.String()), keptLines(string(source))
		if len(got) != len(want) {
			t.Fatalf("%s: %d lines of words, want %d", name, len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%s: %q, want %q", name, got[i], want[i])
			}
		}
	}
}

// keptLines returns the lines of words and tokens of a file, without enhanced dependencies and MISC.
func keptLines(s string) []string {
	var kept []string
	for l := range strings.Lines(s) {
		if col := strings.Split(l, "\t"); len(col) == 10 && !strings.Contains(col[0], ".") {
			kept = append(kept, strings.Join(col[:8], "\t"))
		}
	}
	return kept
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(sample)
	f.Add("1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n")
	f.Add("# newdoc\n# text = \u00a0\n1\t \t_\t_\t_\t_\t0\t_\t_\t_\n")
	f.Fuzz(func(t *testing.T, in string) {
		for d, err := range ReadCoNLLU(strings.NewReader(in)) {
			if err != nil {
				return
			}
			var b bytes.Buffer
			if err := WriteCoNLLU(&b, d, nil); err != nil {
				t.Fatal(err)
			}
			again := readAll(t, &b)
			if len(again) != 1 || len(again[0].Segmentation.Tokens) != len(d.Segmentation.Tokens) {
				t.Fatalf("%q is not read back from\n%s", in, b.String())
			}
		}
	})
}

// FuzzReadTokens: whatever words are given, they are written back and read again.
func FuzzReadTokens(f *testing.F) {
	f.Add(sample)
	f.Add("# newdoc id = a\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tca\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n")
	f.Fuzz(func(t *testing.T, in string) {
		var b bytes.Buffer
		var want []string
		for d, err := range ReadTokens(strings.NewReader(in)) {
			if err != nil {
				return
			}
			want = append(want, d.Segmentation.Text)
			if err := WriteCoNLLU(&b, d, nil); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for d, err := range ReadTokens(&b) {
			if err != nil {
				t.Fatalf("%q: %v", in, err)
			}
			got = append(got, d.Segmentation.Text)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q gives %q, then %q", in, want, got)
		}
	})
}
