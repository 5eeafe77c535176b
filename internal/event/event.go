package event

import "example.org/demarche/internal/text"

// Status says how far an event is asserted.
type Status string

// The statuses. If several fit, the first of: denied, demanded, threatened, conditional, hypothetical, planned,
// historical, ongoing, occurred.
const (
	Occurred       Status = "occurred"
	Ongoing        Status = "ongoing"
	Planned        Status = "planned"
	DemandedDeed   Status = "demanded"
	ThreatenedDeed Status = "threatened"
	Conditional    Status = "conditional"
	Hypothetical   Status = "hypothetical"
	DeniedDeed     Status = "denied"
	Historical     Status = "historical"
)

// Evidence is why something was found: the rule, and the words. Rule names file, line and entry of the knowledge ("consult.txt:118
// meet with") or the model.
type Evidence struct {
	Rule  string
	Words []text.Range // the word that triggers it first
}

// A Side is a participant in an event, with the words of the event's own clause that speak of it.
type Side struct {
	Participant *Participant
	Range       text.Range // empty if the clause has no words for it
}

// Basis says where an event's date comes from.
type Basis string

// The bases of dates.
const (
	Stated    Basis = "stated"    // in the event's clause
	Carried   Basis = "carried"   // from the sentence, or from an earlier mention of the happening
	Tense     Basis = "tense"     // from tense alone
	Published Basis = "published" // only the day of publication
)

// A When is the time of an event as a closed interval of days; an empty end is open.
type When struct {
	From, To   string
	Expression *TimeExpr
	Basis      Basis
}

// A Count is a number of people or things that an event bore on.
type Count struct {
	Kind     string // killed, injured, arrested, displaced, other
	Value    int    // -1 if only bounds are known
	From, To int    // bounds; -1 for an open end
	Range    text.Range
}

// An Issue is something that a sentence is about, with how often it speaks of it.
type Issue struct {
	Code  string
	Count int
}

// An Event is one report of one deed.
type Event struct {
	Type         string // PLOVER's, "" for CAMEO's 01 family
	Mode         string
	Contexts     []string
	CAMEO        string
	QuadClass    int      // 1 to 4; 0 unknown
	Goldstein    *float64 // nil unknown
	Actors       []Side
	Recipients   []Side
	Reciprocal   bool
	When         *When
	Duration     string // TIMEX3
	Place        *Place
	Counts       []Count
	Status       Status
	Because      string // why that status, for people: "negated by 'not'"
	Of           *Event
	Attributions []*Attribution // innermost last
	SameAs       *Event
	Issues       []Issue // of its sentence, by a user's own list
	Trigger      text.Ref
	Evidence     Evidence
	Confidence   float64 // 0 to 1
}

// A State is what holds: who controls a place, who recognises whom, who is in office.
type State struct {
	Kind         string // control, recognition, office, membership
	Subject      *Participant
	Object       *Participant // nil if the object is a place, or unknown
	Place        *Place
	Since, Until string
	AsOf         string
	Status       string // asserted, denied, claimed
	Attributions []*Attribution
	Evidence     Evidence
}

// A Note says why something was not coded, or was coded with doubt.
type Note struct {
	Range text.Range
	Rule  string
	Text  string
}
