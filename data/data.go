// Package data holds what the program knows: reviewable text with its provenance, and the models. It embeds and does
// nothing else.
package data

import "embed"

// Text is the knowledge in text: ontology, lexicon, cues, status, actors, places, dates.
//
//go:embed ontology/*.tsv ontology/*.txt lexicon/*.txt cues/*.txt status/*.txt actors/*.txt places/*.txt dates/*.txt
var Text embed.FS

// Samples is the sample articles with their table, samples.toml.
//
//go:embed samples/*.txt samples/*.html samples/*.toml
var Samples embed.FS

// Cards say of each model what it is and learned from: models/NAME.md.
//
//go:embed models/*.md
var Cards embed.FS

// The models, each as one string, so that weights can be read in place.
var (
	//go:embed models/encoder.dmm
	Encoder string
	//go:embed models/tagger.dmm
	Tagger string
	//go:embed models/parser.dmm
	Parser string
	//go:embed models/names.dmm
	Names string
	//go:embed models/mentions.dmm
	Mentions string
	//go:embed models/statements.dmm
	Statements string
	//go:embed models/roles.dmm
	Roles string
	//go:embed models/choice.dmm
	Choice string
	//go:embed models/boundaries.bin
	Boundaries string
)

// Gazetteer is the list of places that internal/gazetteer searches in place.
//
//go:embed places/gazetteer.tsv
var Gazetteer string
