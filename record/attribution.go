package record

// AttributionType says what is attributed.
type AttributionType string

// The types of attribution, after PolNeAR's wide sense of the term; refusal is for "declined to say".
const (
	AttributionAssertion AttributionType = "assertion"
	AttributionBelief    AttributionType = "belief"
	AttributionKnowledge AttributionType = "knowledge"
	AttributionIntention AttributionType = "intention"
	AttributionAttitude  AttributionType = "attitude"
	AttributionRefusal   AttributionType = "refusal"
)

// QuoteType says how closely the content keeps to what was said.
type QuoteType string

// The types of quotation.
const (
	QuoteDirect   QuoteType = "direct"   // all of it in quotation marks
	QuotePartial  QuoteType = "partial"  // some words of it
	QuoteIndirect QuoteType = "indirect" // none
)

// Stance says what the source, or the article's choice of word for it, does with the content.
type Stance string

// The stances.
const (
	StanceReported   Stance = "reported"
	StanceClaimed    Stance = "claimed"
	StanceConfirmed  Stance = "confirmed"
	StanceDenied     Stance = "denied"
	StanceAccused    Stance = "accused"
	StancePromised   Stance = "promised"
	StanceThreatened Stance = "threatened"
	StanceDemanded   Stance = "demanded"
	StanceBelieved   Stance = "believed"
	StanceDeclined   Stance = "declined"
)

// MarshalJSON writes "" as null.
func (s Stance) MarshalJSON() ([]byte, error) { return nullable(string(s)) }

// An Attribution gives an utterance, a belief, knowledge, an intention or an attitude to someone.
type Attribution struct {
	ID         ID              `json:"id"`                     // a1, a2, …
	Type       AttributionType `json:"type"`                   // what is attributed
	Source     *Source         `json:"source"`                 // null where none is named, as in a passive without an agent
	Cue        *Cue            `json:"cue"`                    // null for a bare quotation
	Content    List[Span]      `json:"content"`                // may be in pieces around the cue; quotation marks in, the final full stop out
	Quote      QuoteType       `json:"quote"`                  // how closely the words are kept
	Stance     Stance          `json:"stance"`                 // what the source does with the content
	Negated    bool            `json:"negated"`                // "did not say that": the content is not said
	Addressee  *Addressee      `json:"addressee"`              // to whom it is said
	Date       ID              `json:"date" schema:"null"`     // the time expression of the saying, not of what is told
	Place      ID              `json:"place" schema:"null"`    // where it was said
	Medium     String          `json:"medium" schema:"null"`   // "statement", "letter"
	Occasion   String          `json:"occasion" schema:"null"` // "press conference", "visit"
	Within     ID              `json:"within" schema:"null"`   // the attribution whose content holds this one
	Rule       string          `json:"rule"`                   // the entry of cues, or the model, that found it
	Confidence Confidence      `json:"confidence"`             // that source, cue and content are right, 0 to 1
}

// Position is where the attribution begins: the first code point of its source, cue or content.
func (a Attribution) Position() int {
	var spans []Span
	if a.Source != nil {
		spans = append(spans, a.Source.Span)
	}
	if a.Cue != nil {
		spans = append(spans, a.Cue.Span)
	}
	return first(append(spans, a.Content...))
}

// first is the least start of the spans, 0 if there are none.
func first(spans []Span) int {
	if len(spans) == 0 {
		return 0
	}
	at := spans[0].Start
	for _, s := range spans {
		at = min(at, s.Start)
	}
	return at
}

// SourceKind says who speaks.
type SourceKind string

// The kinds of source.
const (
	SourceNamedPerson     SourceKind = "named_person"
	SourceUnnamedOfficial SourceKind = "unnamed_official"
	SourceInstitution     SourceKind = "institution"
	SourceArmedGroup      SourceKind = "armed_group"
	SourceWitness         SourceKind = "witness"
	SourceMedia           SourceKind = "media"
	SourceDocument        SourceKind = "document"
	SourceAuthor          SourceKind = "author" // the article's own writer
	SourceOther           SourceKind = "other"
)

// A Source is the whole phrase beside the content that names who speaks; its entity leads to the antecedent.
type Source struct {
	Span
	Text   string     `json:"text"`                 // the words of the span
	Entity ID         `json:"entity" schema:"null"` // who it is
	Kind   SourceKind `json:"kind"`                 // who speaks
}

// A Cue is the words that attribute: a verb group with auxiliaries, negation and particles, a noun, or a preposition.
type Cue struct {
	Span
	Text  string `json:"text"`  // the words of the span
	Lemma string `json:"lemma"` // of its head, with a particle: "say", "according to"
}

// An Addressee is to whom something is said.
type Addressee struct {
	Span
	Text   string `json:"text"`                 // the words of the span
	Entity ID     `json:"entity" schema:"null"` // who it is
}
