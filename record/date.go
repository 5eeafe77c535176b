package record

// TimeType is the type of a time expression in TIMEX3.
type TimeType string

// The types of TIMEX3.
const (
	TimeDate     TimeType = "DATE"     // a day or more
	TimeTime     TimeType = "TIME"     // a part of a day
	TimeDuration TimeType = "DURATION" // how long
	TimeSet      TimeType = "SET"      // how often
)

// TimeMod is the modifier of a TIMEX3 value.
type TimeMod string

// The modifiers of TIMEX3.
const (
	ModBefore      TimeMod = "BEFORE"
	ModAfter       TimeMod = "AFTER"
	ModOnOrBefore  TimeMod = "ON_OR_BEFORE"
	ModOnOrAfter   TimeMod = "ON_OR_AFTER"
	ModLessThan    TimeMod = "LESS_THAN"
	ModMoreThan    TimeMod = "MORE_THAN"
	ModEqualOrLess TimeMod = "EQUAL_OR_LESS"
	ModEqualOrMore TimeMod = "EQUAL_OR_MORE"
	ModStart       TimeMod = "START"
	ModMid         TimeMod = "MID"
	ModEnd         TimeMod = "END"
	ModApprox      TimeMod = "APPROX"
)

// MarshalJSON writes "" as null.
func (m TimeMod) MarshalJSON() ([]byte, error) { return nullable(string(m)) }

// A TimeExpr is a time expression with its value as TIMEX3 (TimeML 1.2.1, ISO 24617-1) gives it, and as an interval of days.
type TimeExpr struct {
	ID ID `json:"id"` // d1, d2, …
	Span
	Text  string   `json:"text"`                // the words of the span
	Type  TimeType `json:"type"`                // of TIMEX3
	Value String   `json:"value" schema:"null"` // "2011-07-16", "2011-W29", "PT3H"
	Mod   TimeMod  `json:"mod" schema:"null"`   // of TIMEX3, null for none
	Quant String   `json:"quant" schema:"null"` // of a SET: "EVERY"
	Freq  String   `json:"freq" schema:"null"`  // of a SET: "2X"
	From  Day      `json:"from" schema:"null"`  // first day; null: open at the start
	To    Day      `json:"to" schema:"null"`    // last day; null: open at the end
	Rule  string   `json:"rule"`                // the rule that read it, "weekday.txt:4"
}

// Position is where the expression stands, in code points.
func (d TimeExpr) Position() int { return d.Start }
