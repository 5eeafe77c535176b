package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// A stopwatch adds up what each stage takes over all articles and workers.
type stopwatch struct {
	mu    sync.Mutex
	names []string // in the order in which they first ended
	spent map[string]time.Duration
}

func newStopwatch() *stopwatch { return &stopwatch{spent: map[string]time.Duration{}} }

// Start begins the time of a stage and returns the function that ends it.
func (s *stopwatch) Start(stage string) func() {
	begin := time.Now()
	return func() {
		d := time.Since(begin)
		s.mu.Lock()
		defer s.mu.Unlock()
		if _, known := s.spent[stage]; !known {
			s.names = append(s.names, stage)
		}
		s.spent[stage] += d
	}
}

// print writes a line for each stage, with its share.
func (s *stopwatch) print(w io.Writer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all time.Duration
	for _, d := range s.spent {
		all += d
	}
	for _, n := range s.names {
		fmt.Fprintf(w, "%-12s %10s %5.1f%%\n", n, s.spent[n].Round(time.Microsecond), 100*float64(s.spent[n])/float64(max(all, 1)))
	}
	fmt.Fprintf(w, "%-12s %10s\n", "together", all.Round(time.Microsecond))
}
