package event

import "example.org/demarche/internal/text"

// AttributionType says what is attributed.
type AttributionType string

// The types of attribution.
const (
	Assertion AttributionType = "assertion"
	Belief    AttributionType = "belief"
	Knowledge AttributionType = "knowledge"
	Intention AttributionType = "intention"
	Attitude  AttributionType = "attitude"
	Refusal   AttributionType = "refusal" // "declined to say"
)

// Stance is what the speaker does with the content.
type Stance string

// The stances.
const (
	Reported   Stance = "reported"
	Claimed    Stance = "claimed"
	Confirmed  Stance = "confirmed"
	Denied     Stance = "denied"
	Accused    Stance = "accused"
	Promised   Stance = "promised"
	Threatened Stance = "threatened"
	Demanded   Stance = "demanded"
	Believed   Stance = "believed"
	Declined   Stance = "declined"
)

// Quote says how the content's words are given.
type Quote string

// The ways of quoting.
const (
	Direct   Quote = "direct"
	Partial  Quote = "partial" // some words in quotation marks
	Indirect Quote = "indirect"
)

// SourceKind is the kind of a source.
type SourceKind string

// The kinds of sources.
const (
	NamedPerson     SourceKind = "named_person"
	UnnamedOfficial SourceKind = "unnamed_official"
	Institution     SourceKind = "institution"
	ArmedGroup      SourceKind = "armed_group"
	Witness         SourceKind = "witness"
	Media           SourceKind = "media"
	Document        SourceKind = "document"
	Author          SourceKind = "author"
	OtherSource     SourceKind = "other"
)

// A Phrase is some words with their head.
type Phrase struct {
	Range text.Range
	Head  int // the head word, counted in the sentence
}

// Empty reports whether there are no words.
func (p Phrase) Empty() bool { return p.Range.Empty() }

// Ref is the phrase's head word.
func (p Phrase) Ref() text.Ref { return text.Ref{Sentence: p.Range.Sentence, Token: p.Head} }

// An Attribution is a statement, thought, intention or attitude that the text gives to someone. It is words only: who
// the source is, is the business of actors and coder.
type Attribution struct {
	Type       AttributionType
	Source     Phrase     // the whole phrase with its modifiers; empty if the text names none
	SourceKind SourceKind // by the source's words alone; "" if the text names none
	Cue        Phrase     // verb group, noun or preposition; empty for a bare quotation
	CueLemma   string
	Content    []text.Range // in order of text, one or more a sentence
	Heads      []text.Ref   // the head words of the content's clauses, in order of text
	Quote      Quote
	Stance     Stance
	Negated    bool // the cue is negated: "did not say that"
	Addressee  Phrase
	Medium     string       // "statement", "Twitter"
	Occasion   string       // "news conference"
	Scenes     []int        // words of the cue's sentence that head clauses of speaking beside it: "speaking at a rally, he said"
	Within     *Attribution // the attribution whose content holds this one
	Evidence   Evidence
	Confidence float64 // 0 to 1
}

// Holds reports whether word w lies in the attribution's content.
func (a *Attribution) Holds(w text.Ref) bool {
	for _, r := range a.Content {
		if r.Has(w) {
			return true
		}
	}
	return false
}

// Depth is the number of attributions around this one.
func (a *Attribution) Depth() int {
	n := 0
	for w := a.Within; w != nil; w = w.Within {
		n++
	}
	return n
}
