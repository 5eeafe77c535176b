package web

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// secret is a word that must not be found in a log.
const secret = "xyzzy"

// TestFault: a fault of the program is a problem for one request; the server goes on, and the log says where it was, without words of the text.
func TestFault(t *testing.T) {
	b := backend()
	code := b.Code
	b.Code = func(ctx context.Context, a text.Article) (record.Record, error) {
		switch {
		case strings.Contains(a.Text, "panic"):
			panic("no rule for " + a.Text)
		case strings.Contains(a.Text, "index"):
			_ = a.Text[len(a.Text)+strings.Index(a.Text, "index")]
		case strings.Contains(a.Text, "error"):
			return record.Record{}, errors.New("the rules are broken")
		}
		return code(ctx, a)
	}
	g := newRig(t, b, options(), nil)
	for _, c := range []struct{ text, log string }{
		{"panic " + secret, "fault=string"}, {"index " + secret, "index out of range"}, {"error " + secret, "the rules are broken"},
	} {
		g.faults.Reset()
		for _, encoding := range []string{"", "gzip"} {
			wantProblem(t, g.do("POST", "/api/v1/records", c.text, "Content-Type", "text/plain", "Accept-Encoding", encoding), http.StatusInternalServerError)
		}
		if log := g.faults.String(); !strings.Contains(log, c.log) || strings.Contains(log, secret) {
			t.Errorf("%s: the log is\n%s", c.text, log)
		}
		// Its place is free again: there is one worker.
		if w := g.do("POST", "/api/v1/records", "well", "Content-Type", "text/plain"); w.Code != 200 {
			t.Errorf("afterwards: %d", w.Code)
		}
	}
	if !strings.Contains(func() string {
		g.faults.Reset()
		g.do("POST", "/api/v1/records", "panic", "Content-Type", "text/plain")
		return g.faults.String()
	}(), "observe_test.go") {
		t.Error("the log does not say where the fault was")
	}
}

// TestLog: a request is a line with its route, and no word that the client wrote.
func TestLog(t *testing.T) {
	var log bytes.Buffer
	o := options()
	o.Requests = slog.New(slog.NewTextHandler(&log, nil))
	g := newRig(t, backend(), o, nil)
	for _, c := range []struct {
		method, path, body string
		want               string
	}{
		{"POST", "/api/v1/records?published=2011-07-19", secret, `msg=request method=POST route="POST /api/v1/records" status=200 ms=`},
		{"POST", "/api/v1/records?" + secret + "=1", secret, `route="POST /api/v1/records" status=422`},
		{"GET", "/" + secret, "", `method=GET route="" status=404`},
		{secret, "/", "", `method=other route="" status=405`},
		{"GET", "/healthz", "", `route="GET /healthz" status=200 ms=0 bytes=3`},
	} {
		log.Reset()
		g.do(c.method, c.path, c.body, "Content-Type", "text/plain", "User-Agent", secret, "Referer", "http://"+secret, "Authorization", "Bearer "+secret, "X-Forwarded-For", secret)
		if got := log.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, c.want) || strings.Contains(got, secret) || strings.Contains(got, "192.0.2") {
			t.Errorf("%s %s: %s", c.method, c.path, got)
		}
	}
}
