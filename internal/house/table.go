package house

// A Room is a line of the table of walls.
type Room struct {
	Path    string   // below the module's root; "" is the root
	Line    int      // 1 to 8; 0 for support rooms and for rooms that only embed
	Imports []string // the rooms that it may import
	Kind    Kind
}

// Kind says what a room may touch.
type Kind string

// The kinds of room.
const (
	Quiet   Kind = "quiet"   // nothing outside the program
	Open    Kind = "open"    // disk, network, clock
	Embed   Kind = "embed"   // it embeds files and does nothing else
	Support Kind = "support" // of tests and generators: it may import every room
)

// Rooms are all rooms of the house, in order of their lines.
var Rooms = []Room{
	{Path: "internal/text", Line: 1, Kind: Quiet},
	{Path: "internal/ontology", Line: 1, Kind: Quiet},

	{Path: "internal/syntax", Line: 2, Kind: Quiet, Imports: []string{"internal/text"}},
	{Path: "internal/event", Line: 2, Kind: Quiet, Imports: []string{"internal/text"}},
	{Path: "internal/encoder", Line: 2, Kind: Quiet, Imports: []string{"internal/text"}},
	{Path: "internal/reader", Line: 2, Kind: Quiet, Imports: []string{"internal/text"}},
	{Path: "record", Line: 2, Kind: Quiet},

	{Path: "internal/segment", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/encoder"}},
	{Path: "internal/syntax/tagger", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/syntax", "internal/encoder"}},
	{Path: "internal/syntax/parser", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/syntax", "internal/encoder"}},
	{Path: "internal/syntax/roles", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/syntax", "internal/encoder"}},
	{Path: "internal/attribution/linker", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/syntax", "internal/event", "internal/encoder"}},
	{Path: "internal/lexicon", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/ontology", "internal/syntax", "internal/event"}},
	{Path: "internal/facts", Line: 3, Kind: Quiet, Imports: []string{"internal/text", "internal/ontology", "internal/syntax", "internal/event"}},
	{Path: "internal/export", Line: 3, Kind: Quiet, Imports: []string{"internal/ontology", "record"}},
	{Path: "internal/score", Line: 3, Kind: Quiet, Imports: []string{"internal/ontology", "record"}},

	{Path: "internal/names", Line: 4, Kind: Quiet, Imports: append([]string{"internal/encoder"}, stage...)},
	{Path: "internal/attribution", Line: 4, Kind: Quiet, Imports: stage},
	{Path: "internal/actors", Line: 4, Kind: Quiet, Imports: stage},
	{Path: "internal/places", Line: 4, Kind: Quiet, Imports: stage},
	{Path: "internal/dates", Line: 4, Kind: Quiet, Imports: stage},
	{Path: "internal/gazetteer", Line: 4, Kind: Open, Imports: []string{"internal/text", "internal/event", "internal/facts"}},

	{Path: "internal/coder", Line: 5, Kind: Quiet, Imports: append([]string{"internal/encoder"}, stage...)},

	{Path: "internal/pipeline", Line: 6, Kind: Quiet, Imports: append([]string{
		"record", "internal/encoder", "internal/segment", "internal/syntax/tagger", "internal/syntax/parser", "internal/syntax/roles",
		"internal/names", "internal/attribution", "internal/attribution/linker", "internal/actors", "internal/places", "internal/dates", "internal/coder",
	}, stage...)},

	{Path: "", Line: 7, Kind: Open, Imports: []string{
		"data", "record", "internal/text", "internal/ontology", "internal/syntax", "internal/reader", "internal/encoder", "internal/gazetteer",
		"internal/pipeline",
	}},
	{Path: "internal/web", Line: 7, Kind: Open, Imports: []string{"schema", "record", "internal/text", "internal/export"}},

	{Path: "cmd/demarche", Line: 8, Kind: Open, Imports: []string{
		"", "record", "internal/text", "internal/reader", "internal/export", "internal/score", "internal/web",
	}},

	{Path: "data", Kind: Embed},
	{Path: "schema", Kind: Embed},
	{Path: "record/recordtest", Kind: Support},
	{Path: "record/schemagen", Kind: Support},
	{Path: "internal/encoder/modeltest", Kind: Support},
	{Path: "internal/treetest", Kind: Support},
	{Path: "internal/web/loadtest", Kind: Support},
	{Path: "train/boundaries", Kind: Support},
	{Path: "train/statements", Kind: Support},
	{Path: "train/choice", Kind: Support},
	{Path: "train/roles", Kind: Support},
	{Path: "internal/house", Kind: Support},
}

// stage is what every stage between trees and record may import: the vocabulary and the knowledge, never another stage.
var stage = []string{"internal/text", "internal/ontology", "internal/syntax", "internal/event", "internal/lexicon", "internal/facts"}

// outside are packages that a quiet room may not import; a name that ends in "/" stands for all below it.
var outside = []string{
	"os", "os/", "net", "net/", "log", "log/", "syscall", "plugin", "embed", "math/rand", "math/rand/", "crypto/rand", "io/ioutil", "testing", "testing/",
}

// harmless are exceptions to outside: they only compute.
var harmless = []string{"net/url", "net/netip"}

// calls are names of other packages that a quiet room may not use: they read the clock or the local zone, wait, or print.
var calls = map[string][]string{
	"time": {"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Local", "LoadLocation"},
	"fmt":  {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
}
