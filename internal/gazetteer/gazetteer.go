package gazetteer

import "example.org/demarche/internal/event"

// A Gazetteer finds places by name. It is immutable and safe for concurrent use.
type Gazetteer struct {
	data string
}

// Open returns a gazetteer over the text of data/places/gazetteer.tsv.
func Open(data string) (*Gazetteer, error) { return &Gazetteer{data: data}, nil }

// Lookup returns the places of that name, most populous first.
func (g *Gazetteer) Lookup(name string) []event.GazetteerEntry { return nil }
