package event

import "example.org/demarche/internal/text"

// TimeType is TIMEX3's type.
type TimeType string

// The types of TIMEX3.
const (
	Date     TimeType = "DATE"
	Time     TimeType = "TIME"
	Duration TimeType = "DURATION"
	Set      TimeType = "SET"
)

// A TimeExpr is a time expression with its TIMEX3 value.
type TimeExpr struct {
	Range  text.Range
	Type   TimeType
	Value  string // TIMEX3: 2011-07-16, 2011-W29, P3D, PAST_REF
	Mod    string // APPROX, START, BEFORE …
	Quant  string // EVERY …
	Freq   string
	From   string   // first day of the interval, "" for open or unknown
	To     string   // last day, inclusive
	Anchor text.Ref // the word that it dates: a verb, or a noun of event
	// Bound says how the preposition bears on what is dated: "on" (within), "since" (From only), "until", "before", "after".
	Bound    string
	Evidence Evidence
}
