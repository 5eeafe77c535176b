package dates

import (
	"cmp"
	"fmt"

	"example.org/demarche/internal/event"
)

// readDuration: "three hours" is PT3H, "weeks" PXW; "the past three days" ends with the day of publication.
func readDuration(m *match, c context) (reading, bool) {
	unit, n := m.value("UNIT"), m.value("NUMBER")
	if unit == "" {
		unit = m.value("PLURAL")
	}
	if n == "" {
		n = "X"
	}
	if m.has("half") && n == "X" {
		n = "0.5"
	} else if m.has("half") {
		n += ".5"
	}
	r := reading{kind: event.Duration, span: span{value: isoDuration(n, unit)}, mod: m.value("APPROX")}
	switch {
	case m.has("more"):
		r.mod = "MORE_THAN"
	case m.has("less"):
		r.mod = "LESS_THAN"
	case m.has("least"):
		r.mod = "EQUAL_OR_MORE"
	case m.has("up"):
		r.mod = "EQUAL_OR_LESS"
	}
	if !c.published.IsZero() && digits(n) {
		r.span.from, r.span.to = around(c.published, unit, atoi(n), m.rule.arg)
	}
	return r, unit != ""
}

// around is the interval of n units that ends ("past") or begins ("next") with a day; unknown for other sides.
func around(d day, unit string, n int, side string) (from, to day) {
	switch side {
	case "past":
		if s, ok := shift(d, unit, -n); ok && s.inCalendar() {
			return s.from, d
		}
	case "next":
		if s, ok := shift(d, unit, n); ok && s.inCalendar() {
			return d, s.to
		}
	}
	return day{}, day{}
}

// isoDuration is a duration of ISO 8601; nights and weekends count as days, fortnights as two weeks.
func isoDuration(n, unit string) string {
	switch unit {
	case "H", "M", "S":
		return "PT" + n + unit
	case "O":
		return "P" + n + "M"
	case "T":
		return "P" + n + "DE"
	case "C":
		return "P" + n + "CE"
	case "N", "E":
		return "P" + n + "D"
	case "F":
		if n != "X" {
			return fmt.Sprintf("P%dW", 2*atoi(n))
		}
		return "PXW"
	case "Q":
		return "P" + n + "Q"
	}
	return "P" + n + unit
}

// readSet: "every week", "daily", "twice a year".
func readSet(m *match, _ context) (reading, bool) {
	r := reading{kind: event.Set, quant: "EVERY"}
	switch m.rule.arg {
	case "daily":
		r.value = "P1D"
	case "weekly":
		r.value = "P1W"
	case "monthly":
		r.value = "P1M"
	case "yearly":
		r.value = "P1Y"
	case "number":
		r.value, r.quant = isoDuration("1", m.value("UNIT")), ""
		r.freq = map[bool]string{true: "1X", false: "2X"}[m.has("once")]
	default:
		if w := m.value("WEEKDAY"); w != "" {
			r.value = "XXXX-WXX-" + w
		} else {
			r.value = isoDuration(cmp.Or(m.value("NUMBER"), "1"), m.value("UNIT"))
		}
	}
	return r, true
}
