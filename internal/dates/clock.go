package dates

import (
	"cmp"
	"fmt"
	"strings"

	"example.org/demarche/internal/event"
)

// readClock: a time of day, on the day of publication.
func readClock(m *match, c context) (reading, bool) {
	h, min, _ := strings.Cut(m.value("CLOCK"), ":")
	if h == "" {
		h, min = m.value("NUMBER"), "00"
	}
	hour := atoi(h)
	if m.value("AMPM") == "pm" && hour < 12 {
		hour += 12
	} else if m.value("AMPM") == "am" && hour == 12 {
		hour = 0
	}
	if c.published.IsZero() || hour > 24 || !digits(h) {
		return reading{}, false // a time of day alone is no date
	}
	s := oneDay(c.published)
	s.value += fmt.Sprintf("T%02d:%s", hour, min)
	return reading{kind: event.Time, span: s}, true
}

// readPart: "Friday night", "this morning", "last night".
func readPart(m *match, c context) (reading, bool) {
	if c.published.IsZero() {
		return untold(event.Time)
	}
	s := oneDay(c.published.plus(signed(m.rule.arg)))
	if m.value("WEEKDAY") != "" {
		w, ok := readWeekday(m, c)
		if !ok {
			return reading{}, false
		}
		s = w.span
	}
	part := m.value("PART")
	if part == "" && m.value("WEEKDAY") != "" {
		return dateOf(s), true // "early Friday"
	}
	s.value += "T" + cmp.Or(part, "NI") // tonight, last night
	return reading{kind: event.Time, span: s}, true
}
