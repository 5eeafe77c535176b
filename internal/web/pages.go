package web

import (
	"io/fs"
	"net/http"
	"path"
)

// kinds are the media types of the page's files, by their ending. The system's own table is not asked: it differs from machine to machine.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
}

// serveFiles makes a route for each file of the page; index.html is /.
func serveFiles(mux *http.ServeMux, files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		route := "GET /" + name
		if name == "index.html" {
			route = "GET /{$}"
		}
		kind, ok := kinds[path.Ext(name)]
		if !ok {
			kind = "application/octet-stream"
		}
		mux.Handle(route, newFixed(kind, body))
		return nil
	})
}
