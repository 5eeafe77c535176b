package web

import (
	"context"
	"net/http"
	"time"
)

// retryTime is when a client may try again that found all places taken.
const retryTime = 2 * time.Second

// longText is how many bytes a text has from which on it is coded alone among its like: a text of a megabyte takes more than a gigabyte
// of memory while it is coded.
const longText = 256 << 10

// work bounds what is done at the same time: so many articles are coded, one of them at most a long one, so many more requests wait, all
// others are refused. A request takes a ticket before its body is read, so that bodies under way are bounded too.
type work struct {
	tickets chan struct{} // workers + queue
	slots   chan struct{} // workers
	long    chan struct{} // one
	wait    time.Duration // for a slot
}

func newWork(workers, queue int, wait time.Duration) *work {
	return &work{make(chan struct{}, workers+queue), make(chan struct{}, workers), make(chan struct{}, 1), wait}
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

// begin waits for a slot for a text of size bytes; end gives the slot back.
func (w *work) begin(ctx context.Context, size int) (end func(), p *problem) {
	late := time.NewTimer(w.wait)
	defer late.Stop()
	var taken []chan struct{}
	end = func() {
		for _, places := range taken {
			<-places
		}
	}
	places := []chan struct{}{w.slots}
	if size >= longText {
		places = []chan struct{}{w.long, w.slots}
	}
	for _, c := range places {
		select {
		case c <- struct{}{}:
			taken = append(taken, c)
			continue
		case <-late.C:
			p = newProblem(http.StatusServiceUnavailable, "the article waited too long for its turn; try again later").retry(w.wait / 2)
		case <-ctx.Done():
			p = newProblem(http.StatusServiceUnavailable, "the request was given up")
		}
		end()
		return nil, p
	}
	return end, nil
}
