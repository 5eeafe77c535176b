package record

import (
	"crypto/sha256"
	"encoding/hex"
)

// Schema names the version of the record's form.
type Schema string

// Current is the form that this package reads and writes.
const Current Schema = "demarche/1"

// A Record is all that was found in one article.
type Record struct {
	Schema       Schema            `json:"schema"`       // always Current
	Article      Article           `json:"article"`      // what was read
	Coder        Coder             `json:"coder"`        // what read it
	Sentences    List[Span]        `json:"sentences"`    // in order of text
	Entities     List[Entity]      `json:"entities"`     // ids n1, n2, …
	Places       List[Place]       `json:"places"`       // ids p1, p2, …
	Dates        List[TimeExpr]    `json:"dates"`        // ids d1, d2, …
	Attributions List[Attribution] `json:"attributions"` // ids a1, a2, …
	Events       List[Event]       `json:"events"`       // ids e1, e2, …
	States       List[State]       `json:"states"`       // ids s1, s2, …
	Notes        List[Note]        `json:"notes"`        // in order of text
}

// Origin says where an article's day of publication comes from.
type Origin string

// The origins, in the order in which they are asked.
const (
	OriginGiven    Origin = "given"    // by whoever ran the program
	OriginField    Origin = "field"    // a field of the input
	OriginHTML     Origin = "html"     // the page's metadata
	OriginFeed     Origin = "feed"     // the feed's metadata
	OriginURL      Origin = "url"      // the address
	OriginDateline Origin = "dateline" // the text's first line
	OriginNone     Origin = "none"     // nothing tells
)

// An Article is the text that was coded and what is known about it.
type Article struct {
	ID            Hash   `json:"id"`                              // ArticleID of text and URL
	SourceID      String `json:"source_id" schema:"null"`         // the id that the input gave
	URL           String `json:"url" schema:"null"`               // its address
	Title         String `json:"title" schema:"null"`             // a title that is not part of the text; it is not coded
	Publisher     String `json:"publisher" schema:"null"`         // newspaper, agency or site
	Author        String `json:"author" schema:"null"`            // as the input names it
	Published     Day    `json:"published" schema:"null"`         // day of publication
	PublishedFrom Origin `json:"published_from"`                  // where the day of publication comes from
	Dateline      String `json:"dateline" schema:"null"`          // the text's own dateline, without agency and dash
	Language      string `json:"language" pattern:"^[a-z]{2,3}$"` // ISO 639 code; "und" if undetermined
	Text          string `json:"text"`                            // kept as it was given; all positions count its code points
}

// ArticleID is the id of an article: the SHA-256 of its text, a line feed and its address ("" if it has none), in hex.
func ArticleID(text, url string) Hash {
	h := sha256.New()
	h.Write([]byte(text))
	h.Write([]byte("\n"))
	h.Write([]byte(url))
	return Hash(hex.EncodeToString(h.Sum(nil)))
}

// A Coder names what made a record. The same article, version and data give the same bytes.
type Coder struct {
	Version string `json:"version"` // of the program, "0.1.0"
	Data    Hash   `json:"data"`    // SHA-256 of all that the program knows, the user's own files, and options that change a record
}

// A Note says why something was not coded, or was coded with doubt.
type Note struct {
	Span
	Rule String `json:"rule" schema:"null"` // the rule that decided, as in Event
	Text string `json:"text"`               // the reason, for people
}

// Position is where the note stands in the text, in code points.
func (n Note) Position() int { return n.Start }
