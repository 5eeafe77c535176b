package record

// EventType is one of the 16 types of the PLOVER ontology, version 2.0.
type EventType string

// The types of PLOVER, from verbal cooperation to material conflict.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// MarshalJSON writes "" as null.
func (t EventType) MarshalJSON() ([]byte, error) { return nullable(string(t)) }

// Status says whether a deed was done. If several fit, it is the first of denied, demanded, threatened, conditional,
// hypothetical, planned, historical, ongoing, occurred.
type Status string

// The statuses.
const (
	StatusOccurred     Status = "occurred"     // presented as done
	StatusOngoing      Status = "ongoing"      // begun, not ended
	StatusPlanned      Status = "planned"      // announced or intended by the doer
	StatusDemanded     Status = "demanded"     // in a demand
	StatusThreatened   Status = "threatened"   // in a threat
	StatusConditional  Status = "conditional"  // inside a stated condition or its consequence
	StatusHypothetical Status = "hypothetical" // modal, purpose, question, comparison
	StatusDenied       Status = "denied"       // negated, or the content of a denial or refusal
	StatusHistorical   Status = "historical"   // ended more than a year before publication
)

// An Event is a deed of someone public, or to them.
type Event struct {
	ID                ID            `json:"id"`                                 // e1, e2, …
	Type              EventType     `json:"event_type" schema:"null"`           // null for CAMEO's 01 family, which PLOVER leaves out
	Mode              Mode          `json:"mode" schema:"null"`                 // how, of the modes that PLOVER has for the type
	Contexts          List[Context] `json:"contexts"`                           // about what, of PLOVER's 37
	CAMEO             string        `json:"cameo" pattern:"^[0-9]{3,4}$"`       // CAMEO 1.1b3 code, "042"
	QuadClass         int           `json:"quad_class" minimum:"1" maximum:"4"` // 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict
	Goldstein         *Goldstein    `json:"goldstein"`                          // of the code; null where the scale has none
	Actors            List[ID]      `json:"actors"`                             // entities that act, in order of text
	Recipients        List[ID]      `json:"recipients"`                         // entities that it is done to
	Reciprocal        bool          `json:"reciprocal"`                         // both sides do it to each other: met, clashed
	ActorMentions     List[Span]    `json:"actor_mentions"`                     // the words for the actors in the event's own clause, in their order
	RecipientMentions List[Span]    `json:"recipient_mentions"`                 // the same for the recipients
	Date              *EventDate    `json:"date"`                               // null where nothing tells
	Duration          String        `json:"duration" schema:"null"`             // TIMEX3 duration, "PT3H"
	Place             ID            `json:"place" schema:"null"`                // never invented
	Counts            List[Count]   `json:"counts"`                             // of people that it touched
	Issues            List[Issue]   `json:"issues"`                             // what its sentence is about, by a list of the user's own; [] without one
	Status            Status        `json:"status"`                             // whether it was done
	Because           string        `json:"because"`                            // why that status, for people
	Of                ID            `json:"of" schema:"null"`                   // the speech act that promises, asks for, refuses, threatens or alleges this deed
	Attributions      List[ID]      `json:"attributions"`                       // innermost last; [] is the article's own voice
	Stance            Stance        `json:"stance" schema:"null"`               // of the innermost attribution
	SameAs            ID            `json:"same_as" schema:"null"`              // the event of this article that reports the happening first
	Evidence          List[Span]    `json:"evidence" minItems:"1"`              // the words that carry the event, its trigger first
	Rule              string        `json:"rule"`                               // the lexicon entry or model that coded it, "consult.txt:118 meet with"
	Confidence        Confidence    `json:"confidence"`                         // that type, sides and status are right, 0 to 1
}

// Position is where the event's trigger stands, in code points.
func (e Event) Position() int {
	if len(e.Evidence) == 0 {
		return 0
	}
	return e.Evidence[0].Start
}

// An Issue is something that a sentence is about, as a user's list in PETRARCH's format names it, with how often it speaks of it.
type Issue struct {
	Code  string `json:"code" minLength:"1"` // as the list has it
	Count int    `json:"count" minimum:"1"`  // phrases in the event's sentence
}

// Basis says what an event's date follows from.
type Basis string

// The bases, the strongest first.
const (
	BasisStated    Basis = "stated"    // the event's own clause
	BasisCarried   Basis = "carried"   // the sentence, or an earlier mention of the same happening
	BasisTense     Basis = "tense"     // tense alone
	BasisPublished Basis = "published" // only the day of publication
)

// An EventDate is when something happened, as an interval of days.
type EventDate struct {
	From       Day   `json:"from" schema:"null"`       // first day; null: open at the start
	To         Day   `json:"to" schema:"null"`         // last day; null: open at the end
	Expression ID    `json:"expression" schema:"null"` // the time expression it comes from
	Basis      Basis `json:"basis"`                    // what the interval follows from
}

// CountKind says what is counted.
type CountKind string

// The kinds of count, all of people.
const (
	CountKilled    CountKind = "killed"
	CountInjured   CountKind = "injured"
	CountArrested  CountKind = "arrested"
	CountDisplaced CountKind = "displaced"
	CountOther     CountKind = "other"
)

// A Count is how many people an event touched: a number, or an interval for "at least 12" and "dozens".
type Count struct {
	Kind  CountKind `json:"kind"`              // what became of the people
	Value *int      `json:"value" minimum:"0"` // the number that is written
	From  *int      `json:"from" minimum:"0"`  // at least so many; null: open at the start
	To    *int      `json:"to" minimum:"0"`    // at most so many; null: open at the end
	Span
}
