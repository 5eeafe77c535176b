package web

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// A problem is an error of the API, as RFC 9457 writes it.
type problem struct {
	huma.ErrorModel
	headers http.Header
}

// newProblem is a problem that concerns the whole request. The detail says what to do about it.
func newProblem(status int, detail string) *problem {
	return &problem{ErrorModel: huma.ErrorModel{Status: status, Title: http.StatusText(status), Detail: detail}, headers: http.Header{}}
}

// at names the field of the request that is wrong, and says what is wrong with it.
func (p *problem) at(location, message string) *problem {
	p.Errors = append(p.Errors, &huma.ErrorDetail{Location: location, Message: message})
	return p
}

// with adds a header to the answer.
func (p *problem) with(name, value string) *problem {
	p.headers.Set(name, value)
	return p
}

// retry tells when to try again, in whole seconds from now, at least one.
func (p *problem) retry(after time.Duration) *problem {
	return p.with("Retry-After", strconv.Itoa(max(1, int((after+time.Second-1)/time.Second))))
}

// GetHeaders makes a problem an error with headers for huma.
func (p *problem) GetHeaders() http.Header { return p.headers }

// write answers a request with the problem.
func (p *problem) write(w http.ResponseWriter) {
	h := w.Header()
	for name, values := range p.headers {
		h[name] = values
	}
	h.Set("Content-Type", "application/problem+json")
	b, err := json.Marshal(&p.ErrorModel)
	if err != nil {
		panic(err) // strings and a number
	}
	w.WriteHeader(p.Status)
	_, _ = w.Write(append(b, '\n')) // the client is gone, or it has it
}
