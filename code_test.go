package demarche_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"example.org/demarche"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

// TestAnyTextGivesARecord puts odd characters between the words of news: every span of every record must cut the text where
// it should, which recordtest checks.
func TestAnyTextGivesARecord(t *testing.T) {
	c, samples := open(t)
	pieces := strings.Fields(samples[0].Text)
	odd := []string{"👍🏽", "e\u0301", "\r\n", "\ufeff", "\u00a0", "\n\n", "“", "”", "\"", "\t", "U.S.", "don’t", "(", "—", "\u200b"}
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(odd)), 1, 60).Draw(rt, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "", "\u00a0"}).Draw(rt, "between"))
		r, err := c.Code(context.Background(), demarche.Article{Text: text, Published: "2011-07-19"})
		if err != nil {
			rt.Fatal(err)
		}
		if err := recordtest.Check(r); err != nil {
			rt.Fatalf("%q: %v", text, err)
		}
	})
}

// FuzzCode: whatever the text, there is a record without fault, or an error for what is empty or not UTF-8.
func FuzzCode(f *testing.F) {
	c, samples := open(f)
	for _, a := range samples {
		f.Add(a.Text)
	}
	f.Add("Rebels said \"we hold the port.\n\n\"We will stay,\" they said on Monday, 50km west of Tripoli.")
	f.Add("whom bridge, signed as with An march was on soldiers that the Niger the officers and") // a relative pronoun at the root
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		r, err := c.Code(context.Background(), demarche.Article{Text: text, Published: "2011-07-19"})
		if good := text != "" && utf8.ValidString(text); (err == nil) != good {
			t.Fatalf("%q: error %v", text, err)
		}
		if err == nil {
			if err := recordtest.Check(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestCodeRefusesWhatItCannotTake(t *testing.T) {
	c, _ := open(t)
	for _, a := range []demarche.Article{{}, {Text: "a\xff"}, {Text: "Rebels met.", Published: "yesterday"}, {Text: "Rebels met.", Published: "2011-07-19", PublishedFrom: "rumour"}} {
		if _, err := c.Code(t.Context(), a); err == nil {
			t.Errorf("%+q was taken", a)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Code(ctx, demarche.Article{Text: "Rebels met."}); err == nil {
		t.Error("a context that is done was not seen")
	}
}

func TestOtherLanguagesGiveANote(t *testing.T) {
	c, _ := open(t)
	r, err := c.Code(t.Context(), demarche.Article{Text: "Der Minister hat am Montag mit dem Präsidenten über die Lage in der Hauptstadt gesprochen, wie das Amt mitteilte."})
	if err != nil {
		t.Fatal(err)
	}
	if r.Article.Language != "de" || len(r.Events) != 0 || len(r.Notes) != 1 {
		t.Errorf("language %s, %d events, %d notes; want de, none, one", r.Article.Language, len(r.Events), len(r.Notes))
	}
}

const conllu = "# newdoc id = x\n# text = Kenya left.\n1\tKenya\tKenya\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

// TestCodeTreesTellsFileAndPlace: errors name the file with the line or the document, and good documents before stand.
func TestCodeTreesTellsFileAndPlace(t *testing.T) {
	coder, _ := open(t)
	for _, c := range []struct {
		file, published string
		records         int
		want            string
	}{
		{conllu + conllu, "", 2, ""},
		{conllu + "# newdoc id = y\n1\tKenya\n", "", 1, "x.conllu: line 8: 2 columns"},
		{conllu + "# newdoc id = y\n1\tNo\tno\tINTJ\tUH\t_\t_\t_\t_\t_\n\n", "", 1, `x.conllu: line 8: the head "_"`},
		{conllu, "Friday", 0, `x.conllu: document "x": published "Friday" is no day`},
	} {
		records, failure := 0, ""
		for _, err := range coder.CodeTrees(t.Context(), strings.NewReader(c.file), "x.conllu", c.published) {
			if err != nil {
				failure = err.Error()
				continue
			}
			records++
		}
		if records != c.records || (failure == "") != (c.want == "") || !strings.HasPrefix(failure, c.want) {
			t.Errorf("%d records, then error %q; want %d, and one that begins with %q", records, failure, c.records, c.want)
		}
	}
}

// TestCodeTreesEndsWithItsContext: one error that says so, and nothing more.
func TestCodeTreesEndsWithItsContext(t *testing.T) {
	c, _ := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	yields := 0
	for _, err := range c.CodeTrees(ctx, strings.NewReader(conllu+conllu), "x.conllu", "") {
		if yields++; !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want %v", err, context.Canceled)
		}
	}
	if yields != 1 {
		t.Errorf("%d yields, want one", yields)
	}
}

// BenchmarkCode tells sentences and bytes a second over the samples, and allocations.
func BenchmarkCode(b *testing.B) {
	c, samples := open(b)
	sentences, size := 0, 0
	for _, a := range samples {
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var r record.Record
	for b.Loop() {
		sentences = 0
		for _, a := range samples {
			r, _ = c.Code(context.Background(), a)
			sentences += len(r.Sentences)
		}
	}
	b.ReportMetric(float64(sentences*b.N)/b.Elapsed().Seconds(), "sentences/s")
}
