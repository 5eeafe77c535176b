package web

import (
	"io/fs"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

// minGzip is how many bytes an answer has at least for gzip to be worth it.
const minGzip = 1024

// newHandler is the whole server but for its listener: the routes, and around them what guards them. Files are those of the page, nil if
// they were not built.
func newHandler(b *Backend, o Options, hosts []string, files fs.FS) (http.Handler, error) {
	mux := http.NewServeMux()
	a := &api{Backend: b, work: newWork(o.Workers, o.Queue, waitTime), maxText: o.MaxText, log: o.Faults}
	if err := a.register(mux, o.Token != ""); err != nil {
		return nil, err
	}
	if err := a.documents(mux, files == nil); err != nil {
		return nil, err
	}
	if files != nil {
		if err := serveFiles(mux, files); err != nil {
			return nil, err
		}
	}
	zip, err := gzhttp.NewWrapper(gzhttp.MinSize(minGzip), gzhttp.EnableZstd(false))
	if err != nil {
		return nil, err
	}
	route := func(r *http.Request) string {
		_, pattern := mux.Handler(r)
		return pattern
	}
	h := zip(routed(mux))
	guards := limited(newClients(o.Rate), h)
	guards = authorized(o.Token, guards)
	guards = hosted(hosts, sameOrigin(guards))
	return observed(o.Requests, route, guarded(o.Faults, headed(guards))), nil
}

// routed answers with problems where the mux has no route.
func routed(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		probe := &unrouted{header: http.Header{}}
		mux.ServeHTTP(probe, r)
		if allow := probe.header.Get("Allow"); probe.status == http.StatusMethodNotAllowed && allow != "" {
			newProblem(probe.status, "there is no such method here; allowed are "+allow).with("Allow", allow).write(w)
			return
		}
		newProblem(http.StatusNotFound, "there is nothing here; /docs tells what there is").write(w)
	})
}

// An unrouted is what the mux answers where it has no route: whether there are other methods is all that is kept of it.
type unrouted struct {
	header http.Header
	status int
}

func (u *unrouted) Header() http.Header         { return u.header }
func (u *unrouted) Write(b []byte) (int, error) { return len(b), nil }
func (u *unrouted) WriteHeader(status int)      { u.status = status }
