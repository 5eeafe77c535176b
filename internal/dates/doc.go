// Package dates finds the time expressions of an article and says what they mean, given the day of publication.
//
// Terms. A time expression is what TIMEX3 (TimeML 1.2.1, ISO 24617-1) marks: a DATE, a TIME, a DURATION or a SET, with a value in
// the manner of ISO 8601: "2011-07-16", "2011-W29", "P3D", "PAST_REF". Its interval is the days that the value covers. Its anchor
// is the word that it dates: the verb of its clause, or a noun of event. Its bound is what the preposition does: "since" opens
// the interval at its end, "until" and "by" at its start.
//
// Rules and words stand in data/dates (README.md there); this package interprets them. Where an expression leaves the
// direction open ("on Friday", "in February"), the tense of the clause decides.
package dates
