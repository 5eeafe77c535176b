package attribution

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// unseen is the score of words that the head of statements did not even look at as a cue: less than any that it hands on.
const unseen = -5

// link takes up what the head of statements says, by sentence.
func (f *finder) link(linked [][]event.Linked) {
	for i := range f.sentences {
		if s := &f.sentences[i]; s.t != nil && i < len(linked) {
			s.judged, s.linked = true, linked[i]
		}
	}
}

// linkedIn returns what the head says of the likeliest cue among the words of a range, nil for none.
func (s *sentence) linkedIn(r text.Range) *event.Linked {
	var best *event.Linked
	for i := range s.linked {
		l := &s.linked[i]
		if r.Start <= l.Word && l.Word < r.End && (best == nil || l.Score > best.Score) {
			best = l
		}
	}
	return best
}

// score is how sure the head is that there is a cue among the words of a range.
func (s *sentence) score(r text.Range) float32 {
	if l := s.linkedIn(r); l != nil {
		return l.Score
	}
	return unseen
}
