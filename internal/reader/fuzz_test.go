package reader_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"pgregory.net/rapid"
)

// fuzzLimit is small, so that inputs beyond it are found.
const fuzzLimit = 2000

// fuzz reads an input and holds what is true of every article and every error.
func fuzz(t *testing.T, content, name string) []text.Article {
	articles, _ := read(t, content, name, reader.Options{MaxArticle: fuzzLimit})
	for _, a := range articles {
		if strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) || strings.ContainsRune(a.Text, 0) {
			t.Errorf("the text is %q", a.Text)
		}
		if _, err := time.Parse(time.DateOnly, a.Published); (a.Published != "" && err != nil) || (a.Published == "") != (a.Origin == text.OriginNone) {
			t.Errorf("published %q from %q", a.Published, a.Origin)
		}
		for _, s := range []string{a.SourceID, a.Title, a.URL, a.Author, a.Publisher} {
			if !utf8.ValidString(s) {
				t.Errorf("%q is not UTF-8", s)
			}
		}
		if !strings.HasPrefix(a.Where, name) {
			t.Errorf("it lies in %q", a.Where)
		}
	}
	return articles
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "It sank.", "\ufeffTUNIS, July 19, 2011 — It sank.\r\n", "\xff\xfeI\x00", "\x1f\x8b\x08\x00", "It\x00sank."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		articles := fuzz(t, s, "x.txt")
		gzipped := strings.HasPrefix(s, "\x1f\x8b")
		if len(articles) > 0 && !gzipped && articles[0].Text != s {
			t.Errorf("%q was read as %q", s, articles[0].Text)
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<p>It sank.</p>", "<title>x</title><meta charset=latin1><p>f\xe9te", `<script type="application/ld+json">{"datePublished":"2011-07-19"}</script><p>It sank.`,
		`<?xml version="1.0" encoding="koi8-r"?><p>x`, "<div id=comments><p>No.</div><time>19 July 2011</time><p>It<br>sank.", "<table><tr><td>It sank.<svg><math>",
		"<noscript><img src=x></noscript><p>It <b>sank<i>.</b></i>", "<body><p>" + strings.Repeat("It sank, the master said. ", 30),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { fuzz(t, s, "x.html") })
}

func FuzzJSONL(f *testing.F) {
	for _, s := range []string{
		`{"text":"It sank.","date":"2011-07-19","id":7}`, "{\"text\":\"\\ud800\"}\n\n{}\n[1]\nnull\n", `{"text":"` + strings.Repeat("x", 5000) + "\"}\n{\"text\":\"It sank.\"}", "\ufeff{\"TEXT\":\"x\"}\r\n{",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { fuzz(t, s, "x.jsonl") })
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"id,text\n1,It sank.\n", "text;date\n\"It \"\"sank\"\",\r\nthen rose.\";2011-07-19\r\n", "text\n\"never closed", "\ufefftext\tid\n\"x\"y\t1\n\n\n", "text\n" + strings.Repeat(",", 5000) + "\nx\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { fuzz(t, s, "x.csv") })
}

// TestCSVReadsWhatOthersWrite writes tables with encoding/csv and reads the same text back.
func TestCSVReadsWhatOthersWrite(t *testing.T) {
	words := rapid.SampledFrom([]string{"It sank", `"`, `""`, ",", ";", "\n", "\r\n", "\t", " ", "🚢", "é", "'"})
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.Map(rapid.SliceOf(words), func(w []string) string { return "x" + strings.Join(w, "") }), 1, 8).Draw(t, "texts")
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Write([]string{"id", "text", "note"})
		for _, s := range texts {
			w.Write([]string{"1", s, "y"})
		}
		w.Flush()
		i := 0
		for a, err := range reader.Read(strings.NewReader(b.String()), "x.csv", reader.Options{}) {
			if err != nil || i >= len(texts) || a.Text != texts[i] {
				t.Fatalf("%+v, %v, want %q", a, err, texts)
			}
			i++
		}
		if i != len(texts) {
			t.Fatalf("%d articles, want %d", i, len(texts))
		}
	})
}
