package web

import (
	"context"
	"io"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// words are an article of n words, made of the samples in the program.
func words(tb testing.TB, n int) string {
	tb.Helper()
	list, err := demarche.Samples()
	if err != nil {
		tb.Fatal(err)
	}
	var all []string
	for len(all) < n {
		for _, a := range list {
			all = append(all, strings.SplitAfter(a.Text, " ")...)
		}
	}
	return strings.Join(all[:n], "")
}

// engine is a backend with the program's own coder.
func engine(tb testing.TB) *Backend {
	tb.Helper()
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	b := backend()
	b.Code = func(ctx context.Context, a text.Article) (record.Record, error) {
		return c.Code(ctx, demarche.Article{Text: a.Text, Published: a.Published})
	}
	b.Trees = func(ctx context.Context, a text.Article, w io.Writer) error {
		return c.WriteCoNLLU(ctx, w, demarche.Article{Text: a.Text})
	}
	b.Entry = func(rule string) (Entry, bool) {
		r, ok := c.Rule(rule)
		return Entry(r), ok
	}
	b.Term = c.Term
	return b
}

// BenchmarkPost takes the time of one request after the other, all of the server but the network.
func BenchmarkPost(b *testing.B) {
	o := options()
	o.MaxText, o.Faults = 1<<20, slog.New(slog.DiscardHandler)
	h, err := newHandler(engine(b), o, o.Hosts, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name, route, gzip string
		words             int
	}{
		{"records/500", "records", "", 500}, {"records/500/gzip", "records", "gzip", 500}, {"dossiers/500", "dossiers", "", 500}, {"trees/500", "trees", "", 500},
		{"records/5000", "records", "", 5000},
	} {
		article := words(b, c.words)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(article)))
			for b.Loop() {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, request("POST", "/api/v1/"+c.route+"?published=2011-08-16", article, "Content-Type", "text/plain", "Accept-Encoding", c.gzip))
				if w.Code != 200 {
					b.Fatalf("%d %s", w.Code, w.Body)
				}
			}
		})
	}
}
