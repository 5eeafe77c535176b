package web

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

var update = flag.Bool("update", false, "write what the API's document is now to schema/openapi.json")

// host is the name by which tests call the server.
const host = "demarche.example.org"

// page are files as `make pages` writes them.
var built = fstest.MapFS{
	"index.html": {Data: []byte("<!doctype html><title>page</title>")},
	"app.js":     {Data: []byte("export {}\n" + strings.Repeat("// what repeats is worth gzip\n", 100))},
	"app.css":    {Data: []byte("body{}")},
}

// A rig is a server without a listener, on a backend of its own.
type rig struct {
	t *testing.T
	http.Handler
	faults *bytes.Buffer
}

// options are those of a server that others can reach, with room for one article at work and four that wait.
func options() Options { return Options{Workers: 1, Queue: 4, MaxText: 1000, Hosts: []string{host}} }

// backend is one whose records are those of small, as fast as can be.
func backend() *Backend {
	day := "2011-07-19"
	b := known()
	b.Code = func(ctx context.Context, a text.Article) (record.Record, error) {
		r := *small(a.Text)
		r.Article.Title, r.Article.URL, r.Article.Published, r.Article.PublishedFrom = record.String(a.Title), record.String(a.URL), record.Day(a.Published), record.Origin(a.Origin)
		return r, ctx.Err()
	}
	b.Trees = func(_ context.Context, a text.Article, w io.Writer) error {
		_, err := fmt.Fprintf(w, "# text = %s\n", a.Text)
		return err
	}
	b.Samples = []Sample{{ID: "one", Title: "One", Published: &day, Shows: "a deed", Text: "Rebels took Brega."}}
	b.Codebook, b.Version, b.Data = []byte("# Codebook\n"+strings.Repeat("COERCE\n", 1000)), "0.1.0", "d0"
	return b
}

func newRig(t *testing.T, b *Backend, o Options, files fs.FS) *rig {
	t.Helper()
	var faults bytes.Buffer
	o.Faults = slog.New(slog.NewTextHandler(&faults, nil))
	h, err := newHandler(b, o, o.Hosts, files)
	if err != nil {
		t.Fatal(err)
	}
	return &rig{t, h, &faults}
}

// request is one to the server, with headers in pairs of name and value; "Host" is one of them.
func request(method, target, body string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = host
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

// do answers a request.
func (g *rig) do(method, target, body string, headers ...string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	g.ServeHTTP(w, request(method, target, body, headers...))
	return w
}

// post sends a body of JSON.
func (g *rig) post(target, body string) *httptest.ResponseRecorder {
	return g.do("POST", target, body, "Content-Type", "application/json")
}

// aProblem is what tests look at in a problem.
type aProblem struct {
	Title, Detail string
	Status        int
	Errors        []struct{ Message, Location string }
}

// wantProblem holds that an answer is a problem of a status.
func wantProblem(t *testing.T, w *httptest.ResponseRecorder, status int) (p aProblem) {
	t.Helper()
	if w.Code != status {
		t.Fatalf("status %d, want %d: %s", w.Code, status, w.Body)
	}
	if kind := w.Header().Get("Content-Type"); kind != "application/problem+json" {
		t.Errorf("Content-Type %q", kind)
	}
	if c := w.Header().Get("Cache-Control"); c != "no-store" {
		t.Errorf("Cache-Control %q", c)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	if p.Status != status || p.Title != http.StatusText(status) || p.Detail == "" {
		t.Errorf("problem %+v", p)
	}
	return p
}

// golden holds bytes to a file, which -update writes.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Errorf("%s is not what the code gives; look at the difference after go test ./internal/web -update", file)
	}
}
