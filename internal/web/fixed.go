package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// A fixed is a body that does not change while the server runs.
type fixed struct {
	kind string // media type
	body []byte
	etag string
}

func newFixed(kind string, body []byte) *fixed {
	sum := sha256.Sum256(body)
	// Weak: gzip gives other bytes of the same meaning.
	return &fixed{kind, body, `W/"` + hex.EncodeToString(sum[:12]) + `"`}
}

// ServeHTTP answers with the body, or 304 where the client has it.
func (f *fixed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("ETag", f.etag)
	h.Set("Cache-Control", "no-cache") // keep it, but ask each time
	if matches(r.Header.Values("If-None-Match"), f.etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", f.kind)
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(f.body) // the client is gone, or it has it
	}
}

// matches reports whether an If-None-Match names a tag, compared weakly.
func matches(headers []string, etag string) bool {
	for _, h := range headers {
		for tag := range strings.SplitSeq(h, ",") {
			if tag = strings.TrimSpace(tag); tag == "*" || strings.TrimPrefix(tag, "W/") == strings.TrimPrefix(etag, "W/") {
				return true
			}
		}
	}
	return false
}
