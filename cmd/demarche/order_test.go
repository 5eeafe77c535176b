package main

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

func TestInOrderKeepsTheOrderOfTheItems(t *testing.T) {
	items := []int{5, 1, 4, 2, 3, 0, 6}
	for _, workers := range []int{1, 2, 4} {
		var got []int
		slow := func(_ context.Context, n int) int { time.Sleep(time.Duration(n) * time.Millisecond); return n }
		err := inOrder(t.Context(), slices.Values(items), workers, slow, func(n int) error { got = append(got, n); return nil })
		if err != nil || !slices.Equal(got, items) {
			t.Errorf("%d workers: %v, %v; want %v", workers, got, err, items)
		}
	}
}

func TestInOrderStopsWhenTheOutputFails(t *testing.T) {
	full := errors.New("disk full")
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	same := func(_ context.Context, n int) int { return n }
	err := inOrder(t.Context(), endless, 2, same, func(n int) error {
		if n == 10 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
}

// TestInOrderEndsWithItsContext: what is cut short is not handed on.
func TestInOrderEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	emitted := 0
	err := inOrder(ctx, slices.Values([]int{1, 2, 3, 4}), 2, func(ctx context.Context, n int) int {
		if n == 3 {
			cancel()
		}
		<-time.After(time.Duration(n) * time.Millisecond)
		return n
	}, func(int) error { emitted++; return nil })
	if !errors.Is(err, context.Canceled) || emitted > 2 {
		t.Errorf("error %v after %d results", err, emitted)
	}
}
