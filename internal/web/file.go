package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrNoPages says that the program was built without its pages.
var ErrNoPages = errors.New("this program was built without its pages; run make pages, which needs Node, and build it again")

// WriteFile writes a dossier as one HTML file that needs nothing beside it and no network: the page, its style sheet, its script, packed, a
// short one that unpacks it, and the dossier. A Content-Security-Policy in it allows these two scripts and this style sheet, by their hashes, and
// nothing else. The same dossier gives the same bytes. It fails with ErrNoPages where the pages were not built, and where w does.
func WriteFile(w io.Writer, d *Dossier) error {
	fsys, ok := pages()
	if !ok {
		return ErrNoPages
	}
	b, err := file(fsys, d)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// SetTrees puts trees, as CoNLL-U, into a dossier that is to be a file.
func (d *Dossier) SetTrees(conllu []byte) error {
	trees, err := packed(conllu)
	d.Trees = &trees
	return err
}

// packed is base64 of gzip, whose head tells neither time nor system.
func packed(b []byte) (string, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := z.Write(b); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(out.Bytes()), nil
}

// The places of index.html where a file differs from the page that is served; each stands there once.
const (
	headPlace   = "<head>"
	stylePlace  = `<link rel="stylesheet" href="/app.css">`
	scriptPlace = `<script type="module" src="/app.js"></script>`
	bodyPlace   = "</body>"
)

// file is the page of fsys with a dossier in it.
func file(fsys fs.FS, d *Dossier) ([]byte, error) {
	var texts [3]string
	for i, name := range []string{"index.html", "app.css", "app.js"} {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("pages: %w; run make pages", err)
		}
		texts[i] = string(b)
	}
	page, style, code := texts[0], texts[1], texts[2]
	if err := inline(style); err != nil {
		return nil, fmt.Errorf("pages: app.css: %w", err)
	}
	script, err := packed([]byte(code))
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(d) // "<", ">", "&", U+2028 and U+2029 become escapes
	if err != nil {
		return nil, err
	}
	scripts := `<script type="application/json" id="dossier">` + string(data) + "</script>\n" +
		`<script type="application/gzip" id="script">` + script + "</script>\n" +
		`<script type="module">` + loader + "</script>\n"
	for _, change := range [][2]string{
		{headPlace, headPlace + `<meta http-equiv="Content-Security-Policy" content="` + filePolicy(style, loader, code) + `">`},
		{between(page, "<title>", "</title>"), "<title>" + html.EscapeString(titleOf(d)) + "</title>"},
		{stylePlace, "<style>" + style + "</style>"},
		{scriptPlace, ""},
		{bodyPlace, scripts + bodyPlace},
	} {
		if n := strings.Count(page, change[0]); change[0] == "" || n != 1 {
			return nil, fmt.Errorf("pages: index.html has %q %d times, and not once; run make pages", change[0], n)
		}
		page = strings.Replace(page, change[0], change[1], 1)
	}
	return []byte(page), nil
}

// inline reports what in a style sheet would end its element early, or what a browser would change before it takes the hash.
func inline(style string) error {
	for _, bad := range []string{"</style", "\r", "\x00"} {
		if strings.Contains(strings.ToLower(style), bad) {
			return fmt.Errorf("it holds %q and cannot stand in a page; build it without", bad)
		}
	}
	return nil
}

// filePolicy is the Content-Security-Policy of a file: nothing but the style sheet and the scripts in it, and images that stand in these.
func filePolicy(style string, scripts ...string) string {
	var allowed []string
	for _, s := range scripts {
		allowed = append(allowed, hashSource(s))
	}
	return "default-src 'none'; script-src " + strings.Join(allowed, " ") + "; style-src " + hashSource(style) + "; img-src data:; base-uri 'none'; form-action 'none'"
}

// hashSource names a script or a style sheet in a policy.
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// between is the part of a text from one mark to the end of another, "" if it has none.
func between(text, from, to string) string {
	_, rest, ok := strings.Cut(text, from)
	inner, _, closed := strings.Cut(rest, to)
	if !ok || !closed {
		return ""
	}
	return from + inner + to
}

// longTitle is the longest title in code points that is taken from a text.
const longTitle = 80

// titleOf is what the window is called: the article's title, else the beginning of its text.
func titleOf(d *Dossier) string {
	var r struct {
		Article struct{ Title, Text string }
	}
	if json.Unmarshal(d.Record, &r) != nil {
		return "demarche"
	}
	title := plain(r.Article.Title)
	if title == "" {
		first, _, _ := strings.Cut(strings.TrimSpace(r.Article.Text), "\n")
		title = plain(first)
	}
	if title == "" {
		return "demarche"
	}
	if utf8.RuneCountInString(title) > longTitle {
		title = string([]rune(title)[:longTitle-1]) + "…"
	}
	return title + " · demarche"
}

// plain is a text on one line, without what is not to be seen.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
