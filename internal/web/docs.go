package web

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"net/http"
	"strings"
)

//go:embed docs/docs.html
var docsHTML string

//go:embed docs/docs.css
var docsCSS []byte

// documents makes the routes of the API's document and of the page that tells it, and of / where the page was not built.
func (a *api) documents(mux *http.ServeMux, bare bool) error {
	doc, err := a.document()
	if err != nil {
		return err
	}
	yaml, err := a.huma.OpenAPI().YAML()
	if err != nil {
		return err
	}
	mux.Handle("GET /api/v1/openapi.json", newFixed("application/openapi+json", doc))
	mux.Handle("GET /api/v1/openapi.yaml", newFixed("application/openapi+yaml", yaml))
	mux.Handle("GET /docs.css", newFixed("text/css; charset=utf-8", docsCSS))
	t, err := template.New("").Funcs(template.FuncMap{"prose": prose}).Parse(docsHTML)
	if err != nil {
		return err
	}
	var d apiDocument
	if err := json.Unmarshal(doc, &d); err != nil {
		return err
	}
	if err := page(mux, "GET /docs", t, "docs", d.manual(a.paths)); err != nil {
		return err
	}
	if bare {
		return page(mux, "GET /{$}", t, "bare", nil)
	}
	return nil
}

// document is the API's document, OpenAPI 3.1 in JSON.
func (a *api) document() ([]byte, error) {
	b, err := json.MarshalIndent(a.huma.OpenAPI(), "", "  ")
	return append(b, '\n'), err
}

// A stretch is a piece of prose, or of code in it.
type stretch struct {
	Text string
	Code bool
}

// prose parts the code in a description from its words, as Markdown marks it.
func prose(s string) []stretch {
	var all []stretch
	code := false
	for part := range strings.SplitSeq(s, "`") {
		all = append(all, stretch{part, code})
		code = !code
	}
	return all
}

// page makes a route of a page that a template writes once.
func page(mux *http.ServeMux, route string, t *template.Template, name string, data any) error {
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return err
	}
	mux.Handle(route, newFixed("text/html; charset=utf-8", b.Bytes()))
	return nil
}
