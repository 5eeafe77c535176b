// Package event holds the types that the stages hand on to one another: what each finds in an article, as words and
// pointers. It has no algorithms.
//
// Terms.
//
// A [Mention] is a noun phrase with a coarse kind: names' layer. A [Participant] is what mentions speak of: a state, its
// organs, a person, a movement; actors' layer. An [Attribution] says that somebody is said to have said, thought, ordered
// or denied something: source, cue, content. A [Place] is somewhere, a [TimeExpr] some time, in TIMEX3's terms. An
// [Event] is who did what to whom, when and where, and how far it is asserted; a [State] is what holds rather than what
// happens. [Evidence] names the words and the rule behind a finding, a [Note] what was passed over, and why.
//
// All positions are ranges of words ([text.Range]); only the record counts code points and gives ids. Empty strings are
// unknown values. Days are calendar days, YYYY-MM-DD.
package event
