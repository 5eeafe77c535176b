package reader

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Blockquote: true, atom.Body: true, atom.Dd: true, atom.Details: true, atom.Div: true, atom.Dl: true,
	atom.Dt: true, atom.Fieldset: true, atom.Footer: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Header: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Summary: true,
	atom.Table: true, atom.Tbody: true, atom.Td: true, atom.Th: true, atom.Tr: true, atom.Ul: true, atom.Hgroup: true, atom.Center: true,
}

// silent are the elements whose text is not the article's: scripts, controls, captions of pictures, boxes beside it.
var silent = map[atom.Atom]bool{
	atom.Aside: true, atom.Audio: true, atom.Button: true, atom.Canvas: true, atom.Figure: true, atom.Form: true, atom.Head: true, atom.Iframe: true,
	atom.Input: true, atom.Math: true, atom.Nav: true, atom.Noscript: true, atom.Object: true, atom.Picture: true, atom.Script: true, atom.Select: true,
	atom.Style: true, atom.Svg: true, atom.Template: true, atom.Textarea: true, atom.Video: true,
}

// paragraphs are the paragraphs of an element: white space folded as HTML folds it (a non-breaking space stays), a line
// break kept, none of them empty.
func paragraphs(n *html.Node) []string {
	var c collector
	c.walk(n)
	c.flush()
	return c.done
}

// A collector gathers paragraphs.
type collector struct {
	done []string
	open strings.Builder
}

// walk gathers the text below a node. The parser lets elements nest 512 deep at most.
func (c *collector) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		c.open.WriteString(n.Data)
	case html.ElementNode:
		if silent[n.DataAtom] {
			return
		}
		if n.DataAtom == atom.Br {
			c.open.WriteByte(lineBreak)
		}
	}
	block := blocks[n.DataAtom]
	if block {
		c.flush()
	}
	for child := range n.ChildNodes() {
		c.walk(child)
	}
	if block {
		c.flush()
	}
}

// lineBreak stands for a br element until white space is folded; the parser lets no such character through.
const lineBreak = 0

// flush ends a paragraph.
func (c *collector) flush() {
	var lines []string
	for line := range strings.SplitSeq(c.open.String(), string(rune(lineBreak))) {
		if f := strings.FieldsFunc(line, htmlSpace); len(f) > 0 {
			lines = append(lines, strings.Join(f, " "))
		}
	}
	if len(lines) > 0 {
		c.done = append(c.done, strings.Join(lines, "\n"))
	}
	c.open.Reset()
}

// htmlSpace reports whether HTML folds a character.
func htmlSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// comments are the names, of a class or an id, that pages give to their readers' comments.
var comments = []string{
	"comment", "comments", "comment-list", "commentlist", "comment-section", "comments-section", "comment-area", "comments-area", "comment-thread",
	"comment-wrapper", "comments-wrapper", "comment-container", "comments-container", "comments-block", "comment-block", "comment-body", "comment-item",
	"user-comments", "usercomments", "reader-comments", "article-comments", "post-comments", "discussion", "disqus_thread", "disqus-thread", "disqus",
	"respond", "replies", "livefyre-comments", "fb-comments", "coral-talk", "viafoura",
}

// dropComments removes the elements that hold readers' comments: readability drops them where an article is long, and
// takes them for a part of it where it is short.
func dropComments(doc *html.Node) {
	var found []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom != atom.Html && n.DataAtom != atom.Body && n.DataAtom != atom.Main && namedComments(n) {
			found = append(found, n)
		}
	}
	for _, n := range found {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// namedComments reports whether an element's class, id or schema.org property says that it holds comments.
func namedComments(n *html.Node) bool {
	if attr(n, "itemprop") == "comment" {
		return true
	}
	for name := range strings.FieldsSeq(attr(n, "class") + " " + attr(n, "id")) {
		if slices.Contains(comments, strings.ReplaceAll(strings.ToLower(name), "__", "-")) {
			return true
		}
	}
	return false
}

// attr is an attribute's value, "" where there is none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
