package main

import (
	"context"
	"iter"
)

// A job is an item, and where its result is to go.
type job[A, B any] struct {
	item A
	done chan B // holds one, so that a worker never waits
}

// inOrder runs f over items on n workers and hands the results to emit in the order of the items. Little more than 4n items
// are under way, so that memory stays bounded however long the input is. It ends early when ctx is done or emit fails.
func inOrder[A, B any](ctx context.Context, items iter.Seq[A], n int, f func(context.Context, A) B, emit func(B) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue, work := make(chan chan B, 4*n), make(chan job[A, B])
	for range n {
		go func() {
			for j := range work {
				j.done <- f(ctx, j.item)
			}
		}()
	}
	go feed(ctx, items, queue, work)
	for done := range queue {
		select {
		case b := <-done:
			if ctx.Err() != nil { // b may be cut short
				return ctx.Err()
			}
			if err := emit(b); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// feed hands every item to the workers, and its result's channel to the queue before, which keeps their order.
func feed[A, B any](ctx context.Context, items iter.Seq[A], queue chan<- chan B, work chan<- job[A, B]) {
	defer close(queue)
	defer close(work)
	for x := range items {
		j := job[A, B]{x, make(chan B, 1)}
		select {
		case queue <- j.done:
		case <-ctx.Done():
			return
		}
		select {
		case work <- j:
		case <-ctx.Done():
			return
		}
	}
}
