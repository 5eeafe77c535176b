package main

import (
	"context"
	"iter"
)

// inOrder runs f over items on n workers and hands the results to emit in the order of the items. At most 4n items are
// under way, so that memory stays bounded however long the input is. It ends early when ctx is done or emit fails.
func inOrder[A, B any](ctx context.Context, items iter.Seq[A], n int, f func(context.Context, A) B, emit func(B) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type job struct {
		item A
		done chan B
	}
	queue, work := make(chan chan B, 4*n), make(chan job)
	for range n {
		go func() {
			for j := range work {
				j.done <- f(ctx, j.item)
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(work)
		for x := range items {
			j := job{x, make(chan B, 1)}
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
	}()
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
