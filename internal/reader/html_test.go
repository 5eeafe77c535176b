package reader_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"github.com/google/go-cmp/cmp"
)

func file(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/html/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestPage(t *testing.T) {
	articles, faults := read(t, file(t, "comments.html"), "comments.html", reader.Options{})
	want := []text.Article{{
		URL: "https://quay.example/news/harbour-ferry", Title: "Harbour ferry returns after talks", Publisher: "The Quay Gazette", Author: "Mara Lind",
		Published: "2003-05-14", Origin: text.OriginHTML, Where: "comments.html",
		Text: strings.Join([]string{
			"The port authority and the sailors' union agreed on Wednesday that the ferry will sail again, ending a strike of\u00a0nine days.",
			"“We have what we asked for,” said the union's chairwoman,\nAna Brook.",
			"Crews will be larger.",
			"Fares stay as they are.",
			"The mayor, who had called the strike unlawful, declined to comment.",
		}, "\n\n"),
	}}
	if d := cmp.Diff(want, articles); d != "" || len(faults) > 0 {
		t.Errorf("%s, faults %q", d, faults)
	}
}

func TestPageInDeclaredCharacterSet(t *testing.T) {
	const want = "The mayor of Orléans opened the café on Tuesday, and the prefect praised the «fête».\n\n" +
		"Both left before noon, a spokesman said, without speaking to the crowd that had waited for them."
	latin1 := file(t, "latin1.html")
	articles, faults := read(t, latin1, "a.html", reader.Options{})
	if len(articles) != 1 || articles[0].Text != want || articles[0].Title != "Fête au port" || articles[0].Published != "1998-07-14" {
		t.Errorf("%+q, faults %q", articles, faults)
	}
	const page = "<html><head>%s<title>A</title></head><body><p>The café in Orléans was closed on Tuesday, the owner said.</p></body></html>"
	for what, in := range map[string]string{
		"utf-8":                fmt.Sprintf(page, ""),
		"with a mark":          "\ufeff" + fmt.Sprintf(page, ""),
		"says utf-16":          fmt.Sprintf(page, "<meta charset=utf-16>"),
		"windows-1252":         strings.ReplaceAll(fmt.Sprintf(page, `<meta charset="windows-1252">`), "é", "\xe9"),
		"XML declaration":      `<?xml version="1.0" encoding="iso-8859-1"?>` + strings.ReplaceAll(fmt.Sprintf(page, ""), "é", "\xe9"),
		"utf-16 with its mark": inUTF16("\ufeff" + fmt.Sprintf(page, "")),
	} {
		articles, faults := read(t, in, "a.html", reader.Options{})
		if len(articles) != 1 || articles[0].Text != "The café in Orléans was closed on Tuesday, the owner said." {
			t.Errorf("%s: %+q, faults %q", what, articles, faults)
		}
	}
	for in, want := range map[string]string{
		strings.ReplaceAll(fmt.Sprintf(page, ""), "é", "\xe9"):                     "a.html:1: byte 51 is not UTF-8; convert it",
		strings.ReplaceAll(fmt.Sprintf(page, "<meta charset=utf-8>"), "é", "\xe9"): "is not UTF-8; it declares utf-8, and is something else",
	} {
		if _, faults := read(t, in, "a.html", reader.Options{}); len(faults) != 1 || !strings.Contains(faults[0], want) {
			t.Errorf("faults %q, want %q", faults, want)
		}
	}
}

// inUTF16 is a text in UTF-16, little end first.
func inUTF16(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func TestPageDay(t *testing.T) {
	const page = `<html><head><title>A</title>%s</head><body>%s<article><p>The ferry sank off the coast on Tuesday, the harbour master said, and nobody was hurt.</p></article></body></html>`
	for _, c := range []struct {
		head, body, want string
		origin           text.Origin
	}{
		{`<script type="application/ld+json">[{"@graph":[{"@type":"WebPage"},{"datePublished":"2011-07-19"}]}]</script>`, "", "2011-07-19", "html"},
		{`<script type="application/ld+json">{broken</script><meta property="article:published_time" content="2011-07-19T01:00:00+09:00">`, "", "2011-07-19", "html"},
		{`<meta itemprop="datePublished" content="July 19, 2011">`, "", "2011-07-19", "html"},
		{`<meta name="date" content="soon"><meta name="pubdate" content="20110719">`, "", "2011-07-19", "html"},
		{``, `<time datetime="2010-01-01">x</time><time class="entry-date" datetime="2011-07-19T10:00">x</time>`, "2011-07-19", "html"},
		{``, `<abbr class="published" title="2011-07-19T10:00">x</abbr>`, "2011-07-19", "html"},
		{`<link rel="canonical" href="https://a.example/2011/jul/19/ferry">`, `<time datetime="2020-01-01">today</time>`, "2011-07-19", "url"},
		{`<meta property="og:url" content="https://a.example/ferry-20110719.html">`, "", "2011-07-19", "url"},
		{``, `<time datetime="2011-07-19T10:00">x</time>`, "2011-07-19", "html"},
		{``, `<time>19 July 2011</time>`, "2011-07-19", "html"},
		{``, `<div class="post-date">Published: Tuesday, July 19, 2011</div>`, "2011-07-19", "html"},
		{``, `<span id="timestamp">Posted on 19 July 2011</span>`, "2011-07-19", "html"},
		{``, `<div class="updates">July 2011</div><p>&copy; 2012</p>`, "", "none"},
		{``, `<div class="date">3/4/2012</div>`, "", "none"},
		{``, `<div class="date">Updated: July 20, 2011</div><time itemprop="dateModified" datetime="2011-07-20">x</time>`, "", "none"},
		{`<link rel="canonical" href="/2011/07/19/ferry">`, "", "", "none"},
	} {
		articles, faults := read(t, fmt.Sprintf(page, c.head, c.body), "a.html", reader.Options{})
		if len(articles) != 1 || articles[0].Published != c.want || articles[0].Origin != c.origin {
			t.Errorf("%s%s: %+v, faults %q, want %s from %s", c.head, c.body, articles, faults, c.want, c.origin)
		}
	}
}

func TestPageWithoutArticle(t *testing.T) {
	for _, in := range []string{"<html></html>", "<html><body><script>x</script></body></html>", "<div id=comments><p>Nobody reports it.</p></div>"} {
		articles, faults := read(t, in, "a.html", reader.Options{})
		if len(articles) != 0 || len(faults) != 1 || !strings.Contains(faults[0], "there is no article in it") {
			t.Errorf("%s: %+v, %q", in, articles, faults)
		}
	}
}

// TestHostilePages holds that pages made to hurt are refused, or read, in little time.
func TestHostilePages(t *testing.T) {
	for what, in := range map[string]string{
		"deep":            strings.Repeat("<div>", 1_000_000),
		"many elements":   strings.Repeat("<p>x", 1_000_000),
		"unclosed bold":   strings.Repeat("<b><i>x", 200_000),
		"nested tables":   strings.Repeat("<table><tr><td>x", 100_000),
		"long attribute":  "<p class='" + strings.Repeat("comment ", 1_000_000) + "'>x",
		"deep JSON-LD":    "<script type='application/ld+json'>" + strings.Repeat("[", 1_000_000) + "</script><p>x",
		"broken entities": strings.Repeat("&#x;&amp", 1_000_000),
	} {
		articles, faults := read(t, in, "a.html", reader.Options{})
		if len(articles)+len(faults) != 1 {
			t.Errorf("%s: %d articles, faults %q", what, len(articles), faults)
		}
	}
}
