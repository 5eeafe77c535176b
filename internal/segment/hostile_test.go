package segment

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// hostile are texts to repeat: each has gone wrong in some tokeniser, or would be slow in a careless one.
var hostile = []string{
	".@", "iM.t ", "a", "a ", "\n", "a\n", "a\n\n", "(", ")", "\"", "'", "’", "'s", "s' ", "n't", ". ", ".", "...", "[1]", "[...]", "[…] ", "?\" ", "!)", "-", "a-",
	"1,", "1,22", "1.", "a.", "A. ", "U.S. ", "www.", "http://", "a@", "a@b.c ", ":)", ":-", "#", "&A", "$1", "*a", "/a", "\x00", "\xff",
	"\u200b", "\u0301", "\u200d👩", "🇳", "…", "。", "—", "\u00a0", "\u2028", "\r", "e-", "Mr. ", "cannot", "'' ", "``",
}

// check fails the test if a segmentation is not one of its text.
func check(t *testing.T, g *text.Segmentation) {
	t.Helper()
	end := 0
	for i := 0; i < len(g.Tokens); {
		surface := g.Tokens[i].Surface
		if surface.Start < end || surface.Empty() || surface.End > len(g.Text) {
			t.Fatalf("the surface token %v follows byte %d", surface, end)
		}
		gap := g.Text[end:surface.Start]
		if end == 0 {
			gap = strings.TrimPrefix(gap, "\ufeff") // left out on purpose
		}
		blankOnly(t, gap)
		if s := g.Form(surface); strings.ContainsFunc(s, unicode.IsSpace) {
			t.Fatalf("white space in the token %q", s)
		}
		at := surface.Start
		for ; i < len(g.Tokens) && g.Tokens[i].Surface == surface; i++ {
			w := g.Tokens[i].Span
			if w.Start != at || w.Empty() {
				t.Fatalf("the word %v of %v does not begin at byte %d", w, surface, at)
			}
			at = w.End
		}
		if at != surface.End {
			t.Fatalf("the words of %v end at byte %d", surface, at)
		}
		end = surface.End
	}
	if end > 0 || g.Text != "\ufeff" {
		blankOnly(t, g.Text[end:])
	}
	first := 0
	for _, s := range g.Sentences {
		if s.First != first || s.End <= first || s.Span.Start != g.Tokens[first].Span.Start || s.Span.End != g.Tokens[s.End-1].Span.End {
			t.Fatalf("the sentence %+v begins at word %d", s, first)
		}
		if s.End-s.First > MaxPieces {
			t.Fatalf("a sentence of %d words", s.End-s.First)
		}
		first = s.End
	}
	if first != len(g.Tokens) {
		t.Fatalf("%d words in sentences, of %d", first, len(g.Tokens))
	}
}

// blankOnly fails the test if a text between tokens has more than white space.
func blankOnly(t *testing.T, s string) {
	t.Helper()
	if strings.TrimSpace(s) != "" {
		t.Fatalf("%q is in no token", s)
	}
}

func FuzzSplit(f *testing.F) {
	for _, file := range []string{"news", "press", "layout", "words", "odd"} {
		data, err := os.ReadFile("testdata/" + file + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for c := range strings.SplitSeq(string(data), "====\n") {
			f.Add(c)
		}
	}
	for _, s := range hostile {
		f.Add(strings.Repeat(s, 9))
	}
	b := model(f)
	f.Fuzz(func(t *testing.T, s string) { check(t, Split(s, nil, b)) })
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		check(t, Split(strings.Repeat(s, 20_000), nil, model(t)))
	}
	for i, a := range hostile {
		b := hostile[(i*7+3)%len(hostile)]
		check(t, Split(strings.Repeat(a+b, 2_000), nil, model(t)))
	}
}

func TestLongWord(t *testing.T) {
	g := Split("So "+strings.Repeat("ä", 1_000_000)+" it went.", nil, model(t))
	check(t, g)
	for _, w := range g.Tokens {
		if w.Span.Len() > longestChunk+utf8.UTFMax || !utf8.ValidString(g.Form(w.Span)) {
			t.Fatalf("a word of %d bytes, or cut in a character", w.Span.Len())
		}
	}
}

func TestCut(t *testing.T) {
	long := strings.Repeat("word ", 2*MaxPieces) + "can't.\n\nShort."
	g := Split(long, nil, nil)
	check(t, g)
	if n := len(g.Sentences); n != 4 || !g.Sentences[0].Cut || !g.Sentences[1].Cut || g.Sentences[2].Cut {
		t.Fatalf("%d sentences: %+v", n, g.Sentences)
	}
	if s := g.Sentences; !s[0].Paragraph || s[1].Paragraph || !s[3].Paragraph {
		t.Errorf("paragraphs: %+v", s)
	}
	pieces := func(word string) int { return len(word) }
	g = Split(long, pieces, nil)
	check(t, g)
	for i, s := range g.Sentences {
		sum := 0
		for _, w := range g.Words(i) {
			sum += pieces(g.Form(w.Span))
		}
		if sum > MaxPieces || s.Cut && sum < MaxPieces-len("can't") {
			t.Errorf("sentence %d has %d pieces", i, sum)
		}
	}
}

// TestMillion cuts a sentence of a million words at the limit, and says so.
func TestMillion(t *testing.T) {
	const words = 1_000_000
	g := Split(strings.Repeat("of ", words), nil, model(t))
	check(t, g)
	if n := len(g.Tokens); n != words {
		t.Fatalf("%d words", n)
	}
	for i, s := range g.Sentences {
		if last := i+1 == len(g.Sentences); s.Cut == last || !last && s.End-s.First != MaxPieces {
			t.Fatalf("sentence %d of %d: %+v", i, len(g.Sentences), s)
		}
	}
}

// TestCutKeepsSurface puts a limit in the midst of "can't": the words of a surface token stay together.
func TestCutKeepsSurface(t *testing.T) {
	g := Split(strings.Repeat("x ", MaxPieces-1)+"can't", nil, nil)
	if n := len(g.Sentences); n != 2 || g.Form(g.Tokens[g.Sentences[1].First].Span) != "ca" {
		t.Errorf("%d sentences: %+v", n, g.Sentences)
	}
}

// BenchmarkHostile shows that no text is much slower than another of its length.
func BenchmarkHostile(b *testing.B) {
	m := model(b)
	for _, s := range hostile {
		text := strings.Repeat(s, 1+(1<<20)/len(s))
		b.Run(s, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Split(text, nil, m)
			}
		})
	}
}

// BenchmarkSegment takes a megabyte of news.
func BenchmarkSegment(b *testing.B) {
	data, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		b.Fatal(err)
	}
	var news strings.Builder
	for c := range strings.SplitSeq(string(data), "====\n") {
		source, _, _ := strings.Cut(c, "\n----\n")
		news.WriteString(source + "\n\n")
	}
	text := strings.Repeat(news.String(), 1+(1<<20)/news.Len())
	m := model(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	words := 0
	for b.Loop() {
		words = len(Split(text, nil, m).Tokens)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*words), "ns/word")
}
