package record

// StateKind says what holds between subject and object.
type StateKind string

// The kinds of state.
const (
	StateControl     StateKind = "control"     // the subject holds a place
	StateRecognition StateKind = "recognition" // the subject recognises the object
	StateOffice      StateKind = "office"      // the subject holds an office of the object
	StateMembership  StateKind = "membership"  // the subject belongs to the object
)

// StateStatus says how a state is told.
type StateStatus string

// The statuses of a state.
const (
	StateAsserted StateStatus = "asserted"
	StateDenied   StateStatus = "denied"
	StateClaimed  StateStatus = "claimed"
)

// A State is what holds, rather than what happened.
type State struct {
	ID           ID          `json:"id"`                    // s1, s2, …
	Kind         StateKind   `json:"kind"`                  // what holds between subject and object
	Subject      ID          `json:"subject" schema:"null"` // an entity
	Object       ID          `json:"object" schema:"null"`  // an entity
	Place        ID          `json:"place" schema:"null"`   // what is controlled
	Since        Day         `json:"since" schema:"null"`   // first day that is told
	Until        Day         `json:"until" schema:"null"`   // last day that is told
	AsOf         Day         `json:"as_of" schema:"null"`   // the day for which it is told
	Status       StateStatus `json:"status"`                // how it is told
	Attributions List[ID]    `json:"attributions"`          // innermost last; [] is the article's own voice
	Evidence     List[Span]  `json:"evidence" minItems:"1"` // the words that carry it
	Rule         string      `json:"rule"`                  // the lexicon entry that coded it
}

// Position is where the state's evidence begins, in code points.
func (s State) Position() int {
	if len(s.Evidence) == 0 {
		return 0
	}
	return s.Evidence[0].Start
}
