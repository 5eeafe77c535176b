package dates

import (
	"fmt"
	"strings"

	"example.org/demarche/internal/event"
)

// A context is what an expression is read against.
type context struct {
	published day // zero if unknown
	last      day // the day last spoken of; zero if none
	past      bool
	future    bool
}

// A reading is what an expression means.
type reading struct {
	kind event.TimeType
	span
	mod   string
	quant string
	freq  string
}

// actions turn a match into a reading; ok is false if it means nothing.
var actions = map[string]func(m *match, c context) (reading, bool){
	"weekday": readWeekday, "day": readDay, "month": readMonth, "year": readYear, "decade": readDecade, "century": readCentury,
	"season": readSeason, "quarter": readQuarter, "iso": readISO, "shift": readShift, "unit": readUnit,
	"ago": readAgo, "hence": readHence, "earlier": readEarlier, "later": readLater, "duration": readDuration,
	"set": readSet, "ref": readRef, "clock": readClock, "part": readPart,
}

func dateOf(s span) reading { return reading{kind: event.Date, span: s} }

// readWeekday: "Friday", "last Friday", "Friday, July 8".
func readWeekday(m *match, c context) (reading, bool) {
	if m.rule.arg == "full" {
		return readDay(m, c)
	}
	if c.published.IsZero() {
		return reading{}, false
	}
	back := (c.published.weekday() - atoi(m.value("WEEKDAY")) + 7) % 7
	switch {
	case m.rule.arg == "last":
		if back == 0 {
			back = 7
		}
		return dateOf(oneDay(c.published.plus(-back))), true
	case m.rule.arg == "next":
		return dateOf(oneDay(week(c.published, 1).from.plus(atoi(m.value("WEEKDAY")) - 1))), true
	case m.rule.arg == "this":
		return dateOf(oneDay(week(c.published, 0).from.plus(atoi(m.value("WEEKDAY")) - 1))), true
	case c.future && !c.past:
		return dateOf(oneDay(c.published.plus((7 - back) % 7))), true
	}
	return dateOf(oneDay(c.published.plus(-back))), true
}

// readDay: a month and a day, with or without a year.
func readDay(m *match, c context) (reading, bool) {
	mon, d := atoi(m.value("MONTH")), atoi(m.value("DAYNUM"))
	if y := m.value("YEAR"); y != "" {
		return valid(atoi(y), mon, d)
	}
	if c.published.IsZero() {
		return reading{}, false
	}
	y := c.published.Year()
	switch there := date(y, mon, d); {
	case c.future && !c.past && there.Before(c.published.Time):
		y++
	case !c.future && there.After(c.published.Time):
		y--
	}
	return valid(y, mon, d)
}

// valid is a day that the calendar has.
func valid(y, m, d int) (reading, bool) {
	x := date(y, m, d)
	if int(x.Month()) != m || x.Day() != d {
		return reading{}, false
	}
	return dateOf(oneDay(x)), true
}

// readMonth: "June 1998", "early March", "last December"; without a year the nearest by tense.
func readMonth(m *match, c context) (reading, bool) {
	mon := atoi(m.value("MONTH"))
	if y := m.value("YEAR"); y != "" {
		return edged(m, month(atoi(y), mon)), true
	}
	if c.published.IsZero() {
		return reading{}, false
	}
	y, now := c.published.Year(), int(c.published.Month())
	switch {
	case m.rule.arg == "last" && mon >= now, m.rule.arg == "" && !c.future && mon > now:
		y--
	case m.rule.arg == "next" && mon <= now, m.rule.arg == "" && c.future && !c.past && mon < now:
		y++
	}
	return edged(m, month(y, mon)), true
}

// edged adds the modifier that "early", "mid" or "the end of" give, and narrows the days to that third.
func edged(m *match, s span) reading {
	r := dateOf(s)
	r.mod = m.value("EDGE")
	n := int(s.to.Sub(s.from.Time).Hours()/24) + 1
	switch r.mod {
	case "START":
		r.to = s.from.plus(n/2 - 1)
	case "MID":
		r.from, r.to = s.from.plus(n/4), s.to.plus(-n/4)
	case "END":
		r.from = s.from.plus(n / 2)
	}
	return r
}

func readYear(m *match, c context) (reading, bool) {
	s := year(atoi(m.value("YEAR")))
	if m.rule.arg == "pair" {
		s.to = year(atoi(m.got[len(m.got)-1].value)).to
	}
	return edged(m, s), true
}

// readDecade: "the 1980s", "the '80s" of the century of publication, or the one before where that lies ahead.
func readDecade(m *match, c context) (reading, bool) {
	y := atoi(m.value("DECADE"))
	if y < 100 {
		if c.published.IsZero() {
			return reading{}, false
		}
		y += c.published.Year() / 100 * 100
		if y > c.published.Year() {
			y -= 100
		}
	}
	return edged(m, decade(y)), true
}

func readCentury(m *match, _ context) (reading, bool) {
	return dateOf(century(atoi(m.value("ORDINAL")) - 1)), true
}

func readSeason(m *match, c context) (reading, bool) {
	code := m.value("SEASON")
	if y := m.value("YEAR"); y != "" {
		return dateOf(season(atoi(y), code)), true
	}
	if c.published.IsZero() {
		return reading{}, false
	}
	s := season(c.published.Year(), code)
	if m.rule.arg == "last" && !s.to.Before(c.published.Time) {
		s = season(c.published.Year()-1, code)
	} else if m.rule.arg == "next" && !s.from.After(c.published.Time) {
		s = season(c.published.Year()+1, code)
	}
	return dateOf(s), true
}

func readQuarter(m *match, _ context) (reading, bool) {
	q := atoi(m.value("ORDINAL"))
	return dateOf(quarter(atoi(m.value("YEAR")), min(max(q, 1), 4))), q <= 4
}

// readISO: a date in figures, in one word or three.
func readISO(m *match, _ context) (reading, bool) {
	if s := m.value("ISODATE"); s != "" {
		d := parseDay(s)
		return dateOf(oneDay(d)), !d.IsZero()
	}
	return valid(atoi(m.got[0].value), atoi(m.got[1].value), atoi(m.got[2].value))
}

func readShift(m *match, c context) (reading, bool) {
	if c.published.IsZero() {
		return reading{}, false
	}
	return dateOf(oneDay(c.published.plus(signed(m.rule.arg)))), true
}

// readUnit: "last week", "this year", "early last month", "earlier this month".
func readUnit(m *match, c context) (reading, bool) {
	if c.published.IsZero() {
		return reading{}, false
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

func readAgo(m *match, c context) (reading, bool) {
	if m.rule.arg == "x" {
		return reading{kind: event.Date, span: span{value: "PAST_REF"}}, true
	}
	return from(m, c.published, -1)
}

func readHence(m *match, c context) (reading, bool) { return from(m, c.published, 1) }

func readEarlier(m *match, c context) (reading, bool) { return from(m, c.last, -1) }

func readLater(m *match, c context) (reading, bool) { return from(m, c.last, 1) }

// from goes the number of units that a match tells, or one day, from a day.
func from(m *match, d day, sign int) (reading, bool) {
	if d.IsZero() {
		return reading{}, false
	}
	unit, n := m.value("UNIT"), 1
	if unit == "" {
		unit = "D"
	}
	if v := m.value("NUMBER"); v != "" {
		n = atoi(v)
	}
	if n > 9999 {
		return reading{}, false
	}
	s, ok := shift(d, unit, sign*n)
	r := dateOf(s)
	r.mod = m.value("APPROX")
	return r, ok
}

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
	if d := c.published; !d.IsZero() && n != "X" && !m.has("half") && atoi(n) < 10000 {
		if s, ok := shift(d, unit, -atoi(n)); ok && m.rule.arg == "past" {
			r.span.from, r.span.to = s.from, d
		} else if s, ok := shift(d, unit, atoi(n)); ok && m.rule.arg == "next" {
			r.span.from, r.span.to = d, s.to
		}
	}
	return r, unit != ""
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
	n := m.value("NUMBER")
	if n == "" {
		n = "1"
	}
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
			r.value = isoDuration(n, m.value("UNIT"))
		}
	}
	return r, true
}

func readRef(m *match, c context) (reading, bool) {
	r := reading{kind: event.Date, span: span{value: m.rule.arg}}
	if m.rule.arg == "PRESENT_REF" && !c.published.IsZero() {
		r.span.from, r.span.to = c.published, c.published
	}
	return r, true
}

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
		return reading{}, false
	}
	s := oneDay(c.published)
	s.value += fmt.Sprintf("T%02d:%s", hour, min)
	return reading{kind: event.Time, span: s}, true
}

// readPart: "Friday night", "this morning", "last night".
func readPart(m *match, c context) (reading, bool) {
	if c.published.IsZero() {
		return reading{}, false
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
	if part == "" {
		part = "NI" // tonight, last night
	}
	if m.has("early") || m.has("late") {
		if m.value("PART") == "" {
			return dateOf(s), true
		}
	}
	s.value += "T" + part
	return reading{kind: event.Time, span: s}, true
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
