package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/demarche/record"
)

// TestSubmissions: an article in either form comes to the coder as it was written.
func TestSubmissions(t *testing.T) {
	g := newRig(t, backend(), options(), nil)
	for _, c := range []struct{ kind, query, body, text, day, title, url string }{
		{"application/json", "", `{"text": "Rebels took Brega."}`, "Rebels took Brega.", "", "", ""},
		{"application/json; charset=UTF-8", "", `{"text":"a","published":"2011-07-19","title":"T","url":"http://example.org/a"}`, "a", "2011-07-19", "T", "http://example.org/a"},
		{"application/json", "", `{"text":"a","published":null,"title":null,"url":null}`, "a", "", "", ""},
		{"application/json", "?published=2011-07-20", `{"text":"a"}`, "a", "2011-07-20", "", ""},
		{"application/json", "?published=2011-07-20", `{"text":"a","published":"2011-07-19"}`, "a", "2011-07-19", "", ""},
		{"APPLICATION/JSON", "", " \n{\"text\":\"a\"}\n", "a", "", "", ""},
		{"text/plain", "", "Rebels took Brega.\n", "Rebels took Brega.\n", "", "", ""},
		{"text/plain; charset=utf-8", "?published=2011-07-19", "a", "a", "2011-07-19", "", ""},
		{"text/plain", "", "\ufeffa\r\nb\r\n", "\ufeffa\r\nb\r\n", "", "", ""},
		{"text/plain", "", "a\x00b\x01\x1b[31m\u202e\U0001f4a5<script>", "a\x00b\x01\x1b[31m\u202e\U0001f4a5<script>", "", "", ""},
		{"application/json", "", `{"text":"a\u0000b\u202e\ud83d\udca5<script>"}`, "a\x00b\u202e\U0001f4a5<script>", "", "", ""},
		{"text/plain", "", `{"text": "this is plain"}`, `{"text": "this is plain"}`, "", "", ""},
	} {
		w := g.do("POST", "/api/v1/records"+c.query, c.body, "Content-Type", c.kind)
		var r record.Record
		if err := json.Unmarshal(w.Body.Bytes(), &r); w.Code != 200 || err != nil {
			t.Errorf("%s: %d %s", c.body, w.Code, w.Body)
			continue
		}
		a := r.Article
		origin := record.OriginNone
		if c.day != "" {
			origin = record.OriginGiven
		}
		if a.Text != c.text || string(a.Published) != c.day || string(a.Title) != c.title || string(a.URL) != c.url || a.PublishedFrom != origin {
			t.Errorf("%s: %+v", c.body, a)
		}
	}
}

// TestRecordBytes: a record is what record.Write writes, and its answer says how long it took.
func TestRecordBytes(t *testing.T) {
	b := backend()
	w := newRig(t, b, options(), nil).post("/api/v1/records", `{"text": "Rebels <took> Brega & more."}`)
	var want bytes.Buffer
	if err := record.Write(&want, *small("Rebels <took> Brega & more.")); err != nil {
		t.Fatal(err)
	}
	if w.Body.String() != want.String() {
		t.Errorf("got %s want %s", w.Body, &want)
	}
	timing := w.Header().Get("Server-Timing")
	ms, ok := strings.CutPrefix(timing, "code;dur=")
	ms, rest, _ := strings.Cut(ms, ", ")
	if _, err := strconv.ParseFloat(ms, 64); !ok || err != nil || !strings.HasPrefix(rest, "wait;dur=") {
		t.Errorf("Server-Timing %q", timing)
	}
}

// TestBadSubmissions: what cannot be read is told, with the field that is wrong.
func TestBadSubmissions(t *testing.T) {
	g := newRig(t, backend(), options(), nil)
	long := strings.Repeat("x", 3000)
	for _, c := range []struct {
		kind, query, body string
		status            int
		location          string
	}{
		{"application/json", "", "", 400, "body"},
		{"application/json", "", `{"text": "a`, 400, "body"},
		{"application/json", "", `{"text": "a"} {}`, 400, "body"},
		{"application/json", "", "{\"text\": \"\xff\"}", 400, "body"},
		{"text/plain", "", "caf\xe9", 400, "body"},
		{"text/plain", "", "\xff\xfea\x00", 400, "body"},
		{"application/json", "", `null`, 422, "body"},
		{"application/json", "", `[]`, 422, "body"},
		{"application/json", "", `"text"`, 422, "body"},
		{"application/json", "", `{}`, 422, "body.text"},
		{"application/json", "", `{"Text": "a"}`, 422, "body"},
		{"application/json", "", `{"text": "a", "text": "b"}`, 422, "body"},
		{"application/json", "", `{"text": null}`, 422, "body.text"},
		{"application/json", "", `{"text": 1}`, 422, "body.text"},
		{"application/json", "", `{"text": ""}`, 422, "body.text"},
		{"application/json", "", `{"text": " \n\t "}`, 422, "body.text"},
		{"text/plain", "", "", 422, "body"},
		{"text/plain", "", " \n ", 422, "body"},
		{"application/json", "", `{"text": "a", "path": "/etc/passwd"}`, 422, "body"},
		{"application/json", "", `{"text": "a", "published": "19 July 2011"}`, 422, "body.published"},
		{"application/json", "", `{"text": "a", "published": "2011-02-30"}`, 422, "body.published"},
		{"application/json", "", `{"text": "a", "published": ""}`, 422, "body.published"},
		{"application/json", "", `{"text": "a", "published": 2011}`, 422, "body.published"},
		{"application/json", "", `{"text": "a", "title": {}}`, 422, "body.title"},
		{"application/json", "", `{"text": "a", "title": "` + long + `"}`, 422, "body.title"},
		{"application/json", "", `{"text": "a", "url": "` + long + `"}`, 422, "body.url"},
		{"text/plain", "?published=yesterday", "a", 422, "query.published"},
		{"text/plain", "?published=", "a", 422, "query.published"},
		{"text/plain", "?a;published=2011-07-19", "a", 422, "query"},
		{"text/plain", "?published=2011-07-19%", "a", 422, "query"},
		{"application/json", "?published=2011-07-19%", `{"text": "a"}`, 422, "query"},
		{"application/json", "", `{"text": "a", "path": {"text": "b"}, "path": 1,}`, 400, "body"},
		{"text/plain", "?publised=2011-07-19", "a", 422, "query.publised"},
	} {
		w := g.do("POST", "/api/v1/records"+c.query, c.body, "Content-Type", c.kind)
		p := wantProblem(t, w, c.status)
		if len(p.Errors) != 1 || p.Errors[0].Location != c.location || p.Errors[0].Message == "" {
			t.Errorf("%s %s: %+v", c.query, c.body, p)
		}
	}
}

// TestManyFields: a body full of fields is not read to its end, whether they are unknown or known: it takes less memory than half its bytes.
func TestManyFields(t *testing.T) {
	for name, field := range map[string]func(i int) string{"unknown": strconv.Itoa, "twice": func(int) string { return "text" }} {
		var b strings.Builder
		b.WriteString(`{"text": "a"`)
		for i := range 100_000 {
			fmt.Fprintf(&b, `,"%s":"a"`, field(i))
		}
		body := []byte(b.String() + "}")
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, p := parseJSON(body)
		runtime.ReadMemStats(&after)
		if p == nil || p.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %+v", name, p)
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > uint64(len(body))/2 {
			t.Errorf("%s: %d bytes for a body of %d", name, taken, len(body))
		}
	}
}

// TestMediaTypes: only JSON and plain text in UTF-8 are read, and nothing that is compressed.
func TestMediaTypes(t *testing.T) {
	g := newRig(t, backend(), options(), nil)
	for _, kind := range []string{"", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html", "application/xml", "application/problem+json",
		"text/plain; charset=latin-1", "application/json; charset=utf-16", "text", "*/*", "text/plain; charset"} {
		w := g.do("POST", "/api/v1/records", "a", "Content-Type", kind)
		if p := wantProblem(t, w, http.StatusUnsupportedMediaType); !strings.Contains(p.Detail, "--data-binary") {
			t.Errorf("%s: %s", kind, p.Detail)
		}
	}
	for _, coding := range []string{"gzip", "br", "deflate", "zstd", "gzip, identity"} {
		wantProblem(t, g.do("POST", "/api/v1/records", "a", "Content-Type", "text/plain", "Content-Encoding", coding), http.StatusUnsupportedMediaType)
	}
	if w := g.do("POST", "/api/v1/records", "a", "Content-Type", "text/plain", "Content-Encoding", "identity"); w.Code != 200 {
		t.Errorf("identity: %d", w.Code)
	}
}

// TestTooLong: a text as long as allowed is read, whatever its escapes, and one that is longer is not.
func TestTooLong(t *testing.T) {
	o := options()
	o.MaxText = 100_000
	g := newRig(t, backend(), o, nil)
	quoted := func(n int) string { return `{"text": "` + strings.Repeat(`\"`, n) + `"}` }
	for _, c := range []struct {
		kind, body string
		status     int
	}{
		{"text/plain", strings.Repeat("x", 100_000), 200},
		{"text/plain", strings.Repeat("x", 100_001), 413},
		{"application/json", quoted(100_000), 200},
		{"application/json", quoted(100_001), 413},
		{"application/json", quoted(200_000), 413},
		{"application/json", `{"text": "` + strings.Repeat("é", 50_001) + `"}`, 413},
	} {
		w := g.do("POST", "/api/v1/records", c.body, "Content-Type", c.kind)
		if w.Code != c.status {
			t.Errorf("%d bytes of %s: %d", len(c.body), c.kind, w.Code)
		}
		if c.status == 413 {
			wantProblem(t, w, 413)
		}
	}
	for kind, limit := range map[string]int{"text/plain": o.MaxText, "application/json": 2*o.MaxText + bodyRoom} {
		r := request("POST", "/api/v1/records", "", "Content-Type", kind)
		body := &counted{Reader: strings.NewReader(strings.Repeat("x", 10*limit))}
		r.Body = io.NopCloser(body)
		w := httptest.NewRecorder()
		g.ServeHTTP(w, r)
		wantProblem(t, w, 413)
		if body.n > limit+64<<10 {
			t.Errorf("%d bytes of %s were read, of which %d are allowed", body.n, kind, limit)
		}
	}
}

// FuzzSubmission: whatever the body, it is an article of UTF-8 that is not empty, or a problem of 400 or 422.
func FuzzSubmission(f *testing.F) {
	for _, s := range []string{`{"text": "a", "published": "2011-07-19", "title": null}`, `{"text": "\ud800\u0000"}`, "{", "[]", "null", "caf\xe9", "", "{\"text\":\"\xff\"}", `{"text":{"text":"a"}}`} {
		f.Add(true, []byte(s))
		f.Add(false, []byte(s))
	}
	f.Fuzz(func(t *testing.T, isJSON bool, body []byte) {
		kind := "text/plain"
		if isJSON {
			kind = "application/json"
		}
		a, p := parse(kind, body)
		if p != nil {
			if p.Status != 400 && p.Status != 422 || p.Detail == "" || len(p.Errors) == 0 {
				t.Errorf("problem %+v", p.ErrorModel)
			}
			return
		}
		if !utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" || !isJSON && a.Text != string(body) || !utf8.ValidString(a.Title+a.URL) {
			t.Errorf("article %+v", a)
		}
		if _, p := checkDay(a.Published, ""); a.Published != "" && p != nil {
			t.Errorf("published %q", a.Published)
		}
	})
}
