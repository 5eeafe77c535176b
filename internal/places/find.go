package places

import (
	"io/fs"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// Knowledge is what the stage knows besides the gazetteer.
type Knowledge struct{}

// Load reads data/places.
func Load(fsys fs.FS) (*Knowledge, error) { return &Knowledge{}, nil }

// Find returns the places of an article in order of text.
func Find(g *text.Segmentation, trees []*syntax.Tree, mentions event.Mentions, participants *event.Participants,
	gz event.Gazetteer, k *Knowledge) []*event.Place {
	return nil
}
