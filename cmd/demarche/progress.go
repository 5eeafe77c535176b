package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// A progress shows on a terminal how many articles are done, from the second on; elsewhere, and where the output goes to
// a terminal itself, it is silent.
type progress struct {
	w    io.Writer // nil where it is silent
	done int
	bar  *progressbar.ProgressBar
}

// newProgress returns a progress on w beside the output.
func newProgress(w, output io.Writer) *progress {
	if !isTerminal(w) || isTerminal(output) {
		return &progress{}
	}
	return &progress{w: w}
}

func (p *progress) add() {
	if p.done++; p.w == nil || p.done < 2 {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription("coding"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"),
			progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	_ = p.bar.Set(p.done) // a bar that cannot be drawn is no reason to stop
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
