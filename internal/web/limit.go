package web

import (
	"context"
	"net/http"
	"time"
)

// retryTime is when a client may try again that found all places taken.
const retryTime = 2 * time.Second

// work bounds what is done at the same time: so many articles are coded, so many more requests wait, all others are refused. A
// request takes a ticket before its body is read, so that bodies under way are bounded too.
type work struct {
	tickets chan struct{} // workers + queue
	slots   chan struct{} // workers
	wait    time.Duration // for a slot
}

func newWork(workers, queue int, wait time.Duration) *work {
	return &work{make(chan struct{}, workers+queue), make(chan struct{}, workers), wait}
}

// enter takes a ticket, which leave gives back; it does not wait.
func (w *work) enter() (leave func(), p *problem) {
	select {
	case w.tickets <- struct{}{}:
		return func() { <-w.tickets }, nil
	default:
		return nil, newProblem(http.StatusServiceUnavailable, "too many articles are waiting; try again later").retry(retryTime)
	}
}

// begin waits for a slot, which end gives back.
func (w *work) begin(ctx context.Context) (end func(), p *problem) {
	late := time.NewTimer(w.wait)
	defer late.Stop()
	select {
	case w.slots <- struct{}{}:
		return func() { <-w.slots }, nil
	case <-late.C:
		return nil, newProblem(http.StatusServiceUnavailable, "the article waited too long for its turn; try again later").retry(w.wait / 2)
	case <-ctx.Done():
		return nil, newProblem(http.StatusServiceUnavailable, "the request was given up")
	}
}
