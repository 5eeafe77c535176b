package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"time"
)

// An answer is a response writer that remembers what was written.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := a.ResponseWriter.Write(b)
	a.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer below.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// observed logs a line for each request: what was asked by its route, never by its address as it was sent, and no word of its body.
// A nil logger logs nothing.
func observed(log *slog.Logger, route func(*http.Request) string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin, a := time.Now(), &answer{ResponseWriter: w}
		if log != nil {
			defer func() {
				log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("method", method(r.Method)), slog.String("route", route(r)),
					slog.Int("status", a.status), slog.Int64("ms", time.Since(begin).Milliseconds()), slog.Int64("bytes", a.bytes))
			}()
		}
		next.ServeHTTP(a, r)
	})
}

// method is a method by its name, or that it is none of HTTP's: what a client makes up does not enter the log.
func method(name string) string {
	switch name {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return name
	}
	return "other"
}

// guarded answers a request that a fault of the program ends with a problem; the server goes on. The fault is logged with its place in
// the program, but without its message where that may hold words of the text.
func guarded(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			fault := recover()
			if fault == nil {
				return
			}
			if err, ok := fault.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(fault)
			}
			log.Error("a fault of the program", "fault", describe(fault), "stack", string(debug.Stack()))
			if a, ok := w.(*answer); ok && a.status != 0 { // too late for another answer: break the connection off
				panic(http.ErrAbortHandler)
			}
			newProblem(http.StatusInternalServerError, "a fault of the program, not of the text; please report it with the text").write(w)
		}()
		next.ServeHTTP(w, r)
	})
}

// describe is what may be told of a fault: the message of the language's own errors, and the type of any other.
func describe(fault any) string {
	if err, ok := fault.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("%T", fault)
}
