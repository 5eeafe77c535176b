package web

import (
	"net/http"
	"strings"
	"testing"
)

// TestRoutes: every route answers with its type, and holds that it changes or not.
func TestRoutes(t *testing.T) {
	g := newRig(t, backend(), options(), built)
	const article = `{"text": "Rebels took Brega.", "published": "2011-07-19"}`
	for _, c := range []struct{ method, path, kind, cache, in string }{
		{"POST", "/api/v1/records", "application/json", "no-store", `"published":"2011-07-19","published_from":"given"`},
		{"POST", "/api/v1/dossiers", "application/json", "no-store", `"COERCE/seize":"what COERCE/seize means"`},
		{"POST", "/api/v1/trees", "text/plain; charset=utf-8", "no-store", "# text = Rebels took Brega.\n"},
		{"GET", "/api/v1/codebook", "text/markdown; charset=utf-8", "no-cache", "# Codebook\n"},
		{"GET", "/api/v1/samples", "application/json", "no-cache", `{"samples":[{"id":"one","title":"One","published":"2011-07-19","shows":"a deed","text":"Rebels took Brega.","url":null}]}`},
		{"GET", "/api/v1/version", "application/json", "no-cache", `{"version":"0.1.0","data":"d0"}`},
		{"GET", "/api/v1/openapi.json", "application/openapi+json", "no-cache", `"openapi": "3.1.0"`},
		{"GET", "/api/v1/openapi.yaml", "application/openapi+yaml", "no-cache", "openapi: 3.1.0"},
		{"GET", "/healthz", "text/plain; charset=utf-8", "no-cache", "ok\n"},
		{"GET", "/docs", "text/html; charset=utf-8", "no-cache", "<h1>The API</h1>"},
		{"GET", "/docs.css", "text/css; charset=utf-8", "no-cache", "color-scheme"},
		{"GET", "/", "text/html; charset=utf-8", "no-cache", "<title>page</title>"},
		{"GET", "/app.js", "text/javascript; charset=utf-8", "no-cache", "export"},
		{"GET", "/app.css", "text/css; charset=utf-8", "no-cache", "body{}"},
	} {
		w := g.do(c.method, c.path, article, "Content-Type", "application/json")
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != c.kind || w.Header().Get("Cache-Control") != c.cache || !strings.Contains(w.Body.String(), c.in) {
			t.Errorf("%s %s: %d %v\n%s", c.method, c.path, w.Code, w.Header(), w.Body)
		}
		if c.method == "GET" {
			head := g.do("HEAD", c.path, "")
			if head.Code != http.StatusOK || head.Body.Len() > 0 || head.Header().Get("ETag") != w.Header().Get("ETag") {
				t.Errorf("HEAD %s: %d %v", c.path, head.Code, head.Header())
			}
		}
	}
}

// TestNoRoute: what is not there, and methods that are not there, are problems too.
func TestNoRoute(t *testing.T) {
	g := newRig(t, backend(), options(), built)
	for _, path := range []string{"/nothing", "/api/v1/records/1", "/api/v2/records", "/index.html", "/dist/README.md", "/go.mod", "/../go.mod", "/app.js/", "/api/v1/records%00"} {
		wantProblem(t, g.do("GET", path, ""), http.StatusNotFound)
	}
	if w := g.do("GET", "/x/../docs", ""); w.Header().Get("Location") != "/docs" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, c := range [][3]string{
		{"GET", "/api/v1/records", "POST"}, {"DELETE", "/api/v1/records", "POST"}, {"OPTIONS", "/api/v1/trees", "POST"}, {"POST", "/api/v1/version", "GET, HEAD"},
		{"PUT", "/", "GET, HEAD"}, {"TRACE", "/app.js", "GET, HEAD"}, {"MADEUP", "/docs", "GET, HEAD"},
	} {
		w := g.do(c[0], c[1], "")
		wantProblem(t, w, http.StatusMethodNotAllowed)
		if allow := w.Header().Get("Allow"); allow != c[2] {
			t.Errorf("%s %s: Allow %q", c[0], c[1], allow)
		}
	}
}

// TestWithoutPages: a program without the page tells how to get it, and its API works.
func TestWithoutPages(t *testing.T) {
	g := newRig(t, backend(), options(), nil)
	if w := g.do("GET", "/", ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "make pages") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	wantProblem(t, g.do("GET", "/app.js", ""), http.StatusNotFound)
	if w := g.post("/api/v1/records", `{"text": "Rebels took Brega."}`); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestFixed: what does not change has an ETag, and is not sent again to whom has it.
func TestFixed(t *testing.T) {
	g := newRig(t, backend(), options(), built)
	for _, path := range []string{"/", "/app.js", "/docs", "/api/v1/codebook", "/api/v1/samples", "/api/v1/version", "/api/v1/openapi.json"} {
		tag := g.do("GET", path, "").Header().Get("ETag")
		if tag == "" {
			t.Errorf("%s has no ETag", path)
		}
		for _, c := range []struct {
			match string
			want  int
		}{
			{tag, 304}, {strings.TrimPrefix(tag, "W/"), 304}, {`"other", ` + tag, 304}, {"*", 304}, {`"other"`, 200}, {"", 200},
		} {
			w := g.do("GET", path, "", "If-None-Match", c.match)
			if w.Code != c.want || w.Code == 304 && (w.Body.Len() > 0 || w.Header().Get("ETag") != tag) {
				t.Errorf("%s If-None-Match %s: %d, %d bytes", path, c.match, w.Code, w.Body.Len())
			}
		}
	}
	other := backend()
	other.Version = "0.2.0"
	if newRig(t, other, options(), built).do("GET", "/api/v1/version", "").Header().Get("ETag") == g.do("GET", "/api/v1/version", "").Header().Get("ETag") {
		t.Error("another version has the same ETag")
	}
}

// TestGzip: long answers are compressed for whom takes it, and only for them.
func TestGzip(t *testing.T) {
	g := newRig(t, backend(), options(), built)
	for _, c := range []struct{ path, accept, want string }{
		{"/app.js", "gzip", "gzip"}, {"/app.js", "", ""}, {"/app.js", "br", ""}, {"/app.js", "gzip;q=0", ""}, {"/healthz", "gzip", ""}, {"/api/v1/codebook", "br, gzip", "gzip"},
	} {
		w := g.do("GET", c.path, "", "Accept-Encoding", c.accept)
		if w.Code != 200 || w.Header().Get("Content-Encoding") != c.want || w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s for %q: %d %v", c.path, c.accept, w.Code, w.Header())
		}
	}
}
