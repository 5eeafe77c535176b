package reader_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"github.com/google/go-cmp/cmp"
)

// read is all that an input yields, errors as text.
func read(t testing.TB, content, name string, o reader.Options) (articles []text.Article, faults []string) {
	t.Helper()
	return drain(t, strings.NewReader(content), name, o)
}

func drain(t testing.TB, r io.Reader, name string, o reader.Options) (articles []text.Article, faults []string) {
	t.Helper()
	for a, err := range reader.Read(r, name, o) {
		if err == nil {
			articles = append(articles, a)
			continue
		}
		if e := new(reader.Error); !errors.As(err, &e) || e.File != name || e.What == "" {
			t.Errorf("%v is no error of the reader with its file", err)
		}
		if a != (text.Article{}) {
			t.Errorf("%v comes with the article %+v", err, a)
		}
		faults = append(faults, err.Error())
	}
	return articles, faults
}

// zipped is content under gzip.
func zipped(t testing.TB, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// inputs are one article in every format. What holds for every reader is tested on all of them.
var inputs = map[string]string{
	"one.txt":   "OSLO, Norway, May 4, 1999 — The ferry sank off the coast, the harbour master said.",
	"one.jsonl": `{"text": "OSLO, Norway, May 4, 1999 — The ferry sank off the coast, the harbour master said."}` + "\n",
	"one.csv":   "text\n\"OSLO, Norway, May 4, 1999 — The ferry sank off the coast, the harbour master said.\"\n",
	"one.html":  "<html><body><article><p>OSLO, Norway, May 4, 1999 — The ferry sank off the coast, the harbour master said.</p></article></body></html>",
}

// TestConformance holds what every reader must do.
func TestConformance(t *testing.T) {
	const sentence = "OSLO, Norway, May 4, 1999 — The ferry sank off the coast, the harbour master said."
	for name, content := range inputs {
		t.Run(name, func(t *testing.T) {
			want, faults := read(t, content, name, reader.Options{})
			if len(faults) != 0 || len(want) != 1 || want[0].Text != sentence {
				t.Fatalf("%+v, faults %q", want, faults)
			}
			if want[0].Published != "1999-05-04" || want[0].Origin != text.OriginDateline || !strings.HasPrefix(want[0].Where, name) {
				t.Errorf("published %s from %s, of %s", want[0].Published, want[0].Origin, want[0].Where)
			}
			same := func(what string, got []text.Article, faults []string) {
				t.Helper()
				if d := cmp.Diff(want, got); d != "" || len(faults) > 0 {
					t.Errorf("%s: %s, faults %q", what, d, faults)
				}
			}
			got, faults := drain(t, iotest.OneByteReader(strings.NewReader(content)), name, reader.Options{})
			same("byte by byte", got, faults)
			got, faults = read(t, content, "-", reader.Options{Format: formatOf(t, name)})
			for i := range got {
				got[i].Where = strings.Replace(got[i].Where, "-", name, 1)
			}
			same("from standard input", got, faults)
			got, faults = read(t, zipped(t, content), name+".gz", reader.Options{})
			for i := range got {
				got[i].Where = strings.Replace(got[i].Where, ".gz", "", 1)
			}
			same("under gzip", got, faults)
			got, _ = read(t, content, name, reader.Options{Published: "2001-02-03T04:05"})
			if len(got) != 1 || got[0].Published != "2001-02-03" || got[0].Origin != text.OriginGiven {
				t.Errorf("given a day: %+v", got)
			}
		})
	}
}

func formatOf(t *testing.T, name string) reader.Format {
	f, ok := reader.FormatOf(name)
	if !ok {
		t.Fatalf("%s has no format", name)
	}
	return f
}

// TestConformanceFaults holds what every reader must refuse.
func TestConformanceFaults(t *testing.T) {
	for name, content := range inputs {
		t.Run(name, func(t *testing.T) {
			for what, c := range map[string]struct {
				in   io.Reader
				want string
				o    reader.Options
			}{
				"empty":        {in: strings.NewReader(""), want: "there is no"},
				"blank":        {in: strings.NewReader(" \n\n\t"), want: "no"},
				"binary":       {in: strings.NewReader(strings.Replace(content, "ferry", "fe\x00rry", 1)), want: ""},
				"Latin-1":      {in: strings.NewReader(strings.Replace(content, "ferry", "f\xe9rry", 1)), want: "not UTF-8"},
				"too large":    {in: strings.NewReader(strings.Replace(content, "ferry", strings.Repeat("ferry ", 60), 1)), want: "has more than 400 bytes", o: reader.Options{MaxArticle: 400}},
				"gzip bomb":    {in: strings.NewReader(zipped(t, strings.Replace(content, "ferry", strings.Repeat("ferry ", 100000), 1))), want: "has more than", o: reader.Options{MaxArticle: 400}},
				"damaged gzip": {in: strings.NewReader(zipped(t, content)[:30]), want: "its gzip stream is damaged"},
				"no gzip":      {in: strings.NewReader("\x1f\x8babcdefghijk"), want: "its gzip stream is damaged"},
				"broken pipe":  {in: io.MultiReader(strings.NewReader(content[:len(content)/2]), iotest.ErrReader(io.ErrClosedPipe)), want: "closed pipe"},
				"bad day":      {in: strings.NewReader(content), want: `the date "soon" cannot be read`, o: reader.Options{Published: "soon"}},
			} {
				articles, faults := drain(t, c.in, name, c.o)
				if len(articles) != 0 || len(faults) != 1 || !strings.Contains(faults[0], c.want) {
					t.Errorf("%s: %d articles, faults %q, want %q", what, len(articles), faults, c.want)
				}
			}
		})
	}
}

func TestTextIsKeptAsItIs(t *testing.T) {
	const s = "\ufeffOne.\r\n\r\n Cafe\u0301\u00a0two. 🚢\t\r\n"
	for name, content := range map[string]string{
		"a.txt":   s,
		"a.jsonl": `{"text":"\ufeffOne.\r\n\r\n Cafe\u0301\u00a0two. 🚢\t\r\n"}`,
		"a.csv":   "\ufefftext\r\n\"" + s + "\"\r\n",
	} {
		articles, faults := read(t, content, name, reader.Options{})
		if len(articles) != 1 || articles[0].Text != s {
			t.Errorf("%s: %+q, faults %q", name, articles, faults)
		}
	}
}

func TestPlainNamesTheLineOfAFault(t *testing.T) {
	for content, want := range map[string]string{
		"One.\nTwo \x00.":    "x.txt:2: it holds NUL bytes",
		"One.\nTwo.\n\xe9t":  "x.txt:3: byte 10 is not UTF-8; convert it",
		"\xff\xfeO\x00n\x00": "it is in UTF-16",
	} {
		if _, faults := read(t, content, "x.txt", reader.Options{}); len(faults) != 1 || !strings.Contains(faults[0], want) {
			t.Errorf("%q: %q, want %q", content, faults, want)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]reader.Format{
		"a.txt": reader.TXT, "b/C.HTML": reader.HTML, "x.htm.gz": reader.HTML, "n.jsonl.gz": reader.JSONL, "n.ndjson": reader.JSONL, "t.tsv": reader.CSV, "README": "", "a.pdf": "", ".gz": "",
	} {
		if got, ok := reader.FormatOf(name); got != want || ok != (want != "") {
			t.Errorf("%s is %q", name, got)
		}
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	for name, content := range map[string]string{
		"a.jsonl": "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n",
		"a.csv":   "text\nOne.\nTwo.\n",
		"b.jsonl": "{}\n{}\n",
		"c.jsonl": "{\"text\":\"One.\",\"date\":\"soon\"}\n{}\n",
	} {
		n := 0
		for range reader.Read(strings.NewReader(content), name, reader.Options{}) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d", name, n)
		}
	}
}
