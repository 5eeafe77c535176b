package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// An api is the part of the server that codes articles and tells about itself.
type api struct {
	*Backend
	work    *work
	maxText int
	log     *slog.Logger // of faults
	huma    huma.API
	paths   []string // in the order in which the manual tells them
}

// register makes the routes of the API, and its document.
func (a *api) register(mux *http.ServeMux, token bool) error {
	a.huma = newHuma(mux, a.Version, token)
	if err := addRecordSchema(a.components()); err != nil {
		return err
	}
	a.articles(operation{
		id: "code-article", path: "/api/v1/records", summary: "Code an article", gives: "the record, in one line",
		about: "Who did what to whom, when, where and according to whom: the record that `demarche code` writes, in the same bytes.",
		kind:  "application/json", schema: a.ref("Record"),
	}, a.record)
	dossier := schemaOf[Dossier](a)
	a.components().SchemaFromRef(dossier.Ref).Properties["record"] = a.ref("Record")
	a.articles(operation{
		id: "read-article", path: "/api/v1/dossiers", summary: "Code an article, and say why", gives: "the dossier",
		about: "The record, the entries behind its rules, what its codes mean, and the table of its events: all that the page shows.",
		kind:  "application/json", schema: dossier,
	}, a.dossier)
	a.articles(operation{
		id: "parse-article", path: "/api/v1/trees", summary: "Parse an article", gives: "CoNLL-U",
		about: "Sentences, words, tags, trees and names as CoNLL-U (Universal Dependencies 2), as `demarche parse` writes them.",
		kind:  "text/plain", schema: &huma.Schema{Type: huma.TypeString},
	}, a.trees)
	return a.told()
}

// told makes the routes of what does not change.
func (a *api) told() error {
	samples, err := encode(sampleList{append([]Sample{}, a.Samples...)}) // [] where there is none, not null
	if err != nil {
		return err
	}
	version, err := encode(versions{a.Version, a.Data})
	if err != nil {
		return err
	}
	a.fixed(operation{
		id: "get-codebook", path: "/api/v1/codebook", summary: "The codebook", gives: "Markdown",
		about: "What an event can be: types, modes, contexts, sectors, statuses and CAMEO's codes, as `demarche codebook` prints them.",
		kind:  "text/markdown", schema: &huma.Schema{Type: huma.TypeString},
	}, a.Codebook)
	a.fixed(operation{
		id: "get-samples", path: "/api/v1/samples", summary: "Articles to try", gives: "the samples, in the order in which they are offered",
		about: "The samples in the program, and the files that were offered when it was started.",
		kind:  "application/json", schema: schemaOf[sampleList](a),
	}, samples)
	a.fixed(operation{
		id: "get-version", path: "/api/v1/version", summary: "What is at work", gives: "version and data",
		about: "Version and data fix every record: the same article gives the same bytes.",
		kind:  "application/json", schema: schemaOf[versions](a),
	}, version)
	a.fixed(operation{
		id: "get-health", path: "/healthz", summary: "Whether the server answers", gives: "“ok” and a line feed", open: true,
		about: "It answers, whatever is waiting.",
		kind:  "text/plain", schema: &huma.Schema{Type: huma.TypeString},
	}, []byte("ok\n"))
	return nil
}

// A sampleList is what /api/v1/samples gives.
type sampleList struct {
	Samples []Sample `json:"samples" nullable:"false"`
}

// versions are what /api/v1/version gives.
type versions struct {
	Version string `json:"version" doc:"of the program"`
	Data    string `json:"data" doc:"SHA-256 of all that the program knows"`
}

// A coding turns an article into the body of an answer.
type coding func(context.Context, text.Article) ([]byte, error)

func (a *api) record(ctx context.Context, article text.Article) ([]byte, error) {
	r, err := a.Code(ctx, article)
	if err != nil {
		return nil, err
	}
	b, err := record.Marshal(r)
	return append(b, '\n'), err
}

func (a *api) dossier(ctx context.Context, article text.Article) ([]byte, error) {
	r, err := a.Code(ctx, article)
	if err != nil {
		return nil, err
	}
	d, err := NewDossier(a.Backend, &r)
	if err != nil {
		return nil, err
	}
	return encode(d)
}

func (a *api) trees(ctx context.Context, article text.Article) ([]byte, error) {
	var b bytes.Buffer
	err := a.Trees(ctx, article, &b)
	return b.Bytes(), err
}

// dayQuery is the query of a request that gives an article.
type dayQuery struct {
	Published string `query:"published" format:"date" doc:"day of publication, YYYY-MM-DD, for a body of plain text; that of a JSON body stands over it"`
}

// An unwritten is an answer that the function of its body writes.
type unwritten struct{ Body func(huma.Context) }

// articles makes a route to which articles are sent.
func (a *api) articles(o operation, f coding) {
	a.paths = append(a.paths, o.path)
	op := o.describe(http.MethodPost, a.maxText)
	huma.Register(a.huma, op, func(context.Context, *dayQuery) (*unwritten, error) {
		return &unwritten{func(c huma.Context) {
			r, w := humago.Unwrap(c)
			if p := a.answer(w, r, o.kind, f); p != nil {
				p.write(w)
			}
		}}, nil
	})
	told := a.huma.OpenAPI().Paths[o.path].Post
	told.RequestBody = a.requestBody() // after Register, which would read the body itself
	explain(told)
}

// answer codes the article of a request.
func (a *api) answer(w http.ResponseWriter, r *http.Request, kind string, f coding) *problem {
	leave, p := a.work.enter()
	if p != nil {
		return p
	}
	defer leave()
	article, p := read(w, r, a.maxText)
	if p != nil {
		return p
	}
	body, timing, p := a.code(r.Context(), article, f)
	if p != nil {
		return p
	}
	h := w.Header()
	h.Set("Content-Type", withCharset(kind))
	h.Set("Server-Timing", timing)
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(sendTime)) // without one, WriteTimeout holds
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(body) // the client is gone, or it has it
	return nil
}

// code runs f over an article in its turn, and says how long it took and waited, as Server-Timing.
func (a *api) code(ctx context.Context, article text.Article, f coding) (body []byte, timing string, p *problem) {
	came := time.Now()
	end, p := a.work.begin(ctx, len(article.Text))
	if p != nil {
		return nil, "", p
	}
	defer end()
	if len(article.Text) >= longText {
		defer release()
	}
	ctx, cancel := context.WithTimeout(ctx, workTime)
	defer cancel()
	begin := time.Now()
	body, err := f(ctx, article)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, "", newProblem(http.StatusServiceUnavailable, fmt.Sprintf("the article takes longer than %v; split it", workTime))
	case errors.Is(err, context.Canceled):
		return nil, "", newProblem(http.StatusServiceUnavailable, "the request was given up")
	case err != nil:
		a.log.Error("an article could not be coded", "error", err)
		return nil, "", newProblem(http.StatusInternalServerError, "the article could not be coded; the program's log says why")
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	return body, fmt.Sprintf("code;dur=%.1f, wait;dur=%.1f", ms(time.Since(begin)), ms(begin.Sub(came))), nil
}

// release gives back the gigabyte that a long text took, which the runtime would keep for minutes. Pools let go of theirs at the second
// collection.
func release() {
	runtime.GC()
	debug.FreeOSMemory()
}

// fixed makes a route of something that does not change.
func (a *api) fixed(o operation, body []byte) {
	a.paths = append(a.paths, o.path)
	f := newFixed(withCharset(o.kind), body)
	huma.Register(a.huma, o.describe(http.MethodGet, 0), func(context.Context, *struct{}) (*unwritten, error) {
		return &unwritten{func(c huma.Context) {
			r, w := humago.Unwrap(c)
			f.ServeHTTP(w, r)
		}}, nil
	})
	explain(a.huma.OpenAPI().Paths[o.path].Get)
}

// withCharset says that a text is UTF-8.
func withCharset(kind string) string {
	if kind == "application/json" {
		return kind
	}
	return kind + "; charset=utf-8"
}

// encode is v as one line of JSON.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}
