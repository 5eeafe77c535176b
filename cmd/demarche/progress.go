package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// A progress shows on a terminal how many articles are done, from the second on; elsewhere, and where the output goes to
// a terminal itself, it is silent.
type progress struct {
	bar  *progressbar.ProgressBar // nil where it is silent
	done int
}

// newProgress returns a progress on w beside the output.
func newProgress(w, output io.Writer) *progress {
	if !isTerminal(w) || isTerminal(output) {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("coding"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"),
		progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish())}
}

func (p *progress) add() {
	if p.done++; p.bar != nil && p.done > 1 {
		_ = p.bar.Set(p.done) // a bar that cannot be drawn is no reason to stop
	}
}

func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
