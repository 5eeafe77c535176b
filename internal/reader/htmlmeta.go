package reader

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"example.org/demarche/internal/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// publicationDay is the day that a page's metadata tells. Three rules, the surest first: datePublished of JSON-LD
// (schema.org); a meta element; a time element that is marked as the day of publication. The address is asked after them,
// and then, by visibleDay, what readers see.
func publicationDay(doc *html.Node) string {
	for _, rule := range []func(*html.Node) string{dayOfJSONLD, dayOfMeta, dayOfMarkedTime} {
		if day := firstDay(doc, rule); day != "" {
			return day
		}
	}
	return ""
}

// firstDay is the first day that a rule finds at an element, in order of the page.
func firstDay(doc *html.Node, rule func(*html.Node) string) string {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if day, ok := text.ParseDay(rule(n)); ok {
			return day
		}
	}
	return ""
}

// dayOfJSONLD is the datePublished of a script of JSON-LD.
func dayOfJSONLD(n *html.Node) string {
	if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") || n.FirstChild == nil {
		return ""
	}
	var v any
	if json.Unmarshal([]byte(n.FirstChild.Data), &v) != nil {
		return ""
	}
	return datePublished([]any{v})
}

// datePublished is the first datePublished among values, then among the values inside them: the article itself stands
// above what it quotes or is part of.
func datePublished(level []any) string {
	for len(level) > 0 {
		var below []any
		for _, v := range level {
			switch v := v.(type) {
			case []any:
				below = append(below, v...)
			case map[string]any:
				if s, ok := v["datePublished"].(string); ok {
					return s
				}
				for _, k := range slices.Sorted(maps.Keys(v)) {
					below = append(below, v[k])
				}
			}
		}
		level = below
	}
	return ""
}

// dateMetas are the names of meta elements that hold the day of publication: Open Graph, Dublin Core, schema.org,
// and what news sites add for their own use.
var dateMetas = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
	"publish_date", "publication_date", "publication-date", "article.published", "article_date_original", "originalpublicationdate", "dc.date",
	"dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "dc.date.created", "sailthru.date", "parsely-pub-date", "displaydate",
	"cxenseparse:recs:publishtime", "rnews:datepublished", "ptime", "article:published", "prism.publicationdate", "citation_publication_date",
}

// dayOfMeta is the content of a meta element with one of those names.
func dayOfMeta(n *html.Node) string {
	if n.DataAtom != atom.Meta {
		return ""
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if slices.Contains(dateMetas, strings.ToLower(attr(n, key))) {
			return attr(n, "content")
		}
	}
	return ""
}

// dayOfMarkedTime is the datetime of a time element that says it is the day of publication.
func dayOfMarkedTime(n *html.Node) string {
	marked := attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate")
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		marked = marked || slices.Contains([]string{"published", "entry-date", "dt-published", "pubdate", "date-published"}, class)
	}
	if !marked {
		return ""
	}
	if n.DataAtom == atom.Time && hasAttr(n, "datetime") {
		return attr(n, "datetime")
	}
	if n.DataAtom == atom.Abbr || n.DataAtom == atom.Span && attr(n, "content") != "" {
		return attr(n, "title") + attr(n, "content")
	}
	return strings.Join(paragraphs(n), " ")
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// visibleDay is the day that readers see above the article: the first time element, else the first short element whose
// class or id speaks of a date. Only a whole day with its year is taken.
func visibleDay(doc *html.Node) string {
	if day := firstDay(doc, func(n *html.Node) string {
		if n.DataAtom != atom.Time || speaksOfChange(attr(n, "class")+" "+attr(n, "itemprop")) {
			return ""
		}
		if d := attr(n, "datetime"); d != "" {
			return d
		}
		return strings.Join(paragraphs(n), " ")
	}); day != "" {
		return day
	}
	return firstDay(doc, func(n *html.Node) string {
		name := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
		if !strings.Contains(name, "date") && !strings.Contains(name, "publish") && !strings.Contains(name, "posted") && !strings.Contains(name, "timestamp") {
			return ""
		}
		return withoutLabel(strings.Join(paragraphs(n), " "))
	})
}

// speaksOfChange reports whether words, or names of the page's markup, are about a later change.
func speaksOfChange(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "updated") || strings.Contains(s, "modified")
}

// withoutLabel is a short line behind "Published:" and the like; "" for a long one.
func withoutLabel(line string) string {
	const longest = 80
	if len(line) > longest || speaksOfChange(line) {
		return ""
	}
	if _, after, ok := strings.Cut(line, ": "); ok {
		return after
	}
	for _, label := range []string{"Published on", "Posted on", "Published", "Posted"} {
		line = strings.TrimPrefix(line, label+" ")
	}
	return line
}

// canonicalURL is the address that a page gives as its own.
func canonicalURL(doc *html.Node) string {
	og := ""
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Link && strings.EqualFold(attr(n, "rel"), "canonical") && absolute(attr(n, "href")):
			return attr(n, "href")
		case n.DataAtom == atom.Meta && attr(n, "property") == "og:url" && og == "" && absolute(attr(n, "content")):
			og = attr(n, "content")
		}
	}
	return og
}

// absolute reports whether an address has a scheme of the web.
func absolute(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}
