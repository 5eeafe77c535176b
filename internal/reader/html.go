package reader

import (
	"bytes"
	"fmt"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"example.org/demarche/internal/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// maxElements is how many elements a page can have. Finding the article takes time in proportion to them; the longest
// news pages have some ten thousand.
const maxElements = 100_000

// page is the article of an HTML page: what go-readability takes for its body, without readers' comments.
func (in *input) page(content []byte) (text.Article, *Error) {
	a := text.Article{Where: in.name}
	src, bad := in.decode(content)
	if bad != nil {
		return a, bad
	}
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return a, (&Error{What: "the page cannot be taken apart", Err: err}).at(in.name, 0)
	}
	day := publicationDay(doc)
	a.URL = canonicalURL(doc)
	dropComments(doc)
	if err := extract(&a, doc); err != nil {
		return a, err.at(in.name, 0)
	}
	if day == "" && dayInURL(a.URL) == "" {
		day = visibleDay(doc)
	}
	in.publish(&a, day, text.OriginHTML)
	return a, nil
}

// decode is a page in UTF-8, without a byte-order mark.
func (in *input) decode(content []byte) (string, *Error) {
	label := declaredCharset(content)
	if enc, name := charset.Lookup(label); enc != nil && name != "utf-8" {
		b, err := enc.NewDecoder().Bytes(content)
		if err != nil {
			return "", (&Error{What: "it is not in the character set that it declares, " + name, Err: err}).at(in.name, 0)
		}
		content = b
	}
	src := strings.TrimPrefix(string(content), "\ufeff")
	if bad := checkText(src); bad != nil {
		if label != "" && invalid(src) >= 0 {
			bad.Hint = "it declares " + label + ", and is something else"
		}
		return "", bad.at(in.name, bad.Line)
	}
	return src, nil
}

// declaration is how many bytes of a page can hold the declaration of its character set. The standard looks at 1024;
// some pages have long comments before it.
const declaration = 4096

// declaredCharset is the label of the character set that a page declares, by a byte-order mark, an XML declaration or a
// meta element; "" where it declares none. A meta element in UTF-16 could not be read, so one that says so means UTF-8.
func declaredCharset(content []byte) string {
	if _, name, byMark := charset.DetermineEncoding(content[:min(len(content), 4)], ""); byMark {
		return name
	}
	for z := html.NewTokenizer(bytes.NewReader(content[:min(len(content), declaration)])); ; {
		label := ""
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.CommentToken: // "<?xml … ?>" is a comment to HTML
			label = between(z.Token().Data, "?xml", `encoding="`, `"`)
		case html.StartTagToken, html.SelfClosingTagToken:
			label = metaCharset(z.Token())
		}
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return "utf-8"
		}
		if label != "" {
			return label
		}
	}
}

// metaCharset is the label of a meta element with charset, or with http-equiv="content-type".
func metaCharset(t html.Token) string {
	if t.DataAtom != atom.Meta {
		return ""
	}
	n := &html.Node{Attr: t.Attr}
	if label := attr(n, "charset"); label != "" {
		return strings.TrimSpace(label)
	}
	if !strings.EqualFold(attr(n, "http-equiv"), "content-type") {
		return ""
	}
	_, after, _ := strings.Cut(strings.ToLower(attr(n, "content")), "charset=")
	label, _, _ := strings.Cut(after, ";")
	return strings.Trim(label, ` "'`)
}

// between is what stands between two marks in a text with a prefix, "" where it is not so.
func between(s, prefix, open, end string) string {
	if !strings.HasPrefix(s, prefix) {
		return ""
	}
	_, after, _ := strings.Cut(s, open)
	inside, _, ok := strings.Cut(after, end)
	if !ok {
		return ""
	}
	return inside
}

// extract sets what go-readability finds: title, author, site and text. It takes the document apart.
func extract(a *text.Article, doc *html.Node) (bad *Error) {
	defer func() { // pages are anybody's, and the library is not ours: its fault costs one page, not the run
		if r := recover(); r != nil {
			bad = &Error{What: fmt.Sprintf("its article cannot be found: %v", r)}
		}
	}()
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	found, err := p.ParseDocument(doc, nil)
	if err != nil {
		return &Error{What: "its article cannot be found", Err: err}
	}
	a.Title, a.Author, a.Publisher = folded(found.Title()), folded(found.Byline()), folded(found.SiteName())
	if found.Node != nil {
		a.Text = strings.Join(withoutHead(paragraphs(found.Node), a), "\n\n")
	}
	if a.Text == "" {
		return &Error{What: "there is no article in it", Hint: "give its text as a .txt file"}
	}
	return nil
}

// headLines is how many paragraphs can belong to a page's head: title, author, day, in any order.
const headLines = 4

// withoutHead is the paragraphs without those at the beginning that only repeat title, author or day of publication.
func withoutHead(ps []string, a *text.Article) []string {
	kept := ps[:0]
	for i, p := range ps {
		line := folded(p)
		by := strings.TrimPrefix(strings.TrimPrefix(line, "By "), "by ")
		_, day := text.ParseDay(withoutLabel(line))
		if i < headLines && (line == a.Title || by != "" && by == strings.TrimPrefix(a.Author, "By ") || day) {
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// folded is a text with its white space folded.
func folded(s string) string { return strings.Join(strings.Fields(s), " ") }
