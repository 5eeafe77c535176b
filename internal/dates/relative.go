package dates

import (
	"strings"

	"example.org/demarche/internal/event"
)

// readShift: "yesterday", "tomorrow".
func readShift(m *match, c context) (reading, bool) {
	if c.published.IsZero() {
		return untold(event.Date)
	}
	return dateOf(oneDay(c.published.plus(signed(m.rule.arg)))), true
}

// readUnit: "last week", "this year", "early last month", "earlier this month".
func readUnit(m *match, c context) (reading, bool) {
	if c.published.IsZero() {
		return untold(event.Date)
	}
	n := signed(m.rule.arg)
	if m.rule.arg == "edge" {
		n = map[bool]int{true: -1}[m.has("last")] + map[bool]int{true: 1}[m.has("next")]
	}
	s, ok := calendar(c.published, m.value("UNIT"), n)
	r := edged(m, s)
	if m.rule.arg == "early" && m.has("earlier") {
		r.to = c.published
	} else if m.rule.arg == "early" {
		r.from = c.published
	}
	return r, ok
}

// readAgo: "three weeks ago", "some years ago".
func readAgo(m *match, c context) (reading, bool) {
	if m.rule.arg == "x" {
		return reading{kind: event.Date, span: span{value: "PAST_REF"}}, true
	}
	return from(m, c.published, -1)
}

// readHence: "two weeks from now".
func readHence(m *match, c context) (reading, bool) { return from(m, c.published, 1) }

// readEarlier: "two days earlier", told from the day last spoken of.
func readEarlier(m *match, c context) (reading, bool) { return from(m, c.last, -1) }

// readLater: "the next day", told from the day last spoken of.
func readLater(m *match, c context) (reading, bool) { return from(m, c.last, 1) }

// from goes the number of units that a match tells, or one day, from a day.
func from(m *match, d day, sign int) (reading, bool) {
	if d.IsZero() {
		return untold(event.Date)
	}
	unit, n := m.value("UNIT"), 1
	if unit == "" {
		unit = "D"
	}
	if v := m.value("NUMBER"); v != "" {
		n = atoi(v)
	}
	s, ok := shift(d, unit, sign*n)
	if !s.inCalendar() { // "5,000 years ago"
		s = span{value: map[int]string{-1: "PAST_REF", 1: "FUTURE_REF"}[sign]}
	}
	r := dateOf(s)
	r.mod = m.value("APPROX")
	return r, ok
}

// readRef: "now", "recently", "soon".
func readRef(m *match, c context) (reading, bool) {
	r := reading{kind: event.Date, span: span{value: m.rule.arg}}
	if m.rule.arg == "PRESENT_REF" && !c.published.IsZero() {
		r.span.from, r.span.to = c.published, c.published
	}
	return r, true
}

// signed reads a number with a sign; 0 for anything else.
func signed(s string) int {
	n, neg := strings.CutPrefix(s, "-")
	if !digits(n) {
		return 0
	}
	if neg {
		return -atoi(n)
	}
	return atoi(n)
}
