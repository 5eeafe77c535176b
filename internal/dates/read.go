package dates

import "example.org/demarche/internal/event"

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

// An action turns a match into a reading; ok is false if it means nothing.
type action func(m *match, c context) (r reading, ok bool)

// actions are the actions by the names that rules have for them.
var actions = map[string]action{
	"weekday": readWeekday, "day": readDay, "month": readMonth, "year": readYear, "decade": readDecade, "century": readCentury,
	"season": readSeason, "quarter": readQuarter, "iso": readISO, "shift": readShift, "unit": readUnit,
	"ago": readAgo, "hence": readHence, "earlier": readEarlier, "later": readLater, "duration": readDuration,
	"set": readSet, "ref": readRef, "clock": readClock, "part": readPart,
}

func dateOf(s span) reading { return reading{kind: event.Date, span: s} }

// untold is the reading of what is told from a day that nobody knows: a time expression still, without a value.
func untold(kind event.TimeType) (reading, bool) { return reading{kind: kind}, true }

// readWeekday: "Friday", "last Friday", "Friday, July 8".
func readWeekday(m *match, c context) (reading, bool) {
	if m.rule.arg == "full" {
		return readDay(m, c)
	}
	if c.published.IsZero() {
		return untold(event.Date)
	}
	weekday := atoi(m.value("WEEKDAY"))
	back := (c.published.weekday() - weekday + 7) % 7
	days := -back
	switch {
	case m.rule.arg == "last" || m.has("last"):
		if back == 0 {
			days = -7
		}
	case m.rule.arg == "next":
		return dateOf(oneDay(week(c.published, 1).from.plus(weekday - 1))), true
	case m.rule.arg == "this" || m.has("this"):
		return dateOf(oneDay(week(c.published, 0).from.plus(weekday - 1))), true
	case c.future && !c.past:
		days = (7 - back) % 7
	}
	return dateOf(oneDay(c.published.plus(days))), true
}

// readDay: a month and a day, with or without a year.
func readDay(m *match, c context) (reading, bool) {
	mon, d := atoi(m.value("MONTH")), atoi(m.value("DAYNUM"))
	if y := m.value("YEAR"); y != "" {
		return valid(atoi(y), mon, d)
	}
	if c.published.IsZero() {
		return untold(event.Date)
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
		return untold(event.Date)
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

// edged adds the modifier that "early", "mid" or "the end of" give, and narrows the days to that half.
func edged(m *match, s span) reading {
	r := dateOf(s)
	r.mod = m.value("EDGE")
	n := int(s.to.Sub(s.from.Time).Hours()/24) + 1
	switch {
	case n < 2: // a day has no halves
	case r.mod == "START":
		r.to = s.from.plus(n/2 - 1)
	case r.mod == "MID":
		r.from, r.to = s.from.plus(n/4), s.to.plus(-n/4)
	case r.mod == "END":
		r.from = s.from.plus(n / 2)
	}
	return r
}

// readYear: "1969", "the end of 2010", "1994-1996".
func readYear(m *match, c context) (reading, bool) {
	s := year(atoi(m.value("YEAR")))
	if m.rule.arg == "pair" {
		s.to = year(atoi(m.got[len(m.got)-1].value)).to
	}
	return edged(m, s), !s.to.Before(s.from.Time)
}

// readDecade: "the 1980s", "the '80s" of the century of publication, or the one before where that lies ahead.
func readDecade(m *match, c context) (reading, bool) {
	y := atoi(m.value("DECADE"))
	if y < 100 {
		if c.published.IsZero() {
			return untold(event.Date)
		}
		y += c.published.Year() / 100 * 100
		if y > c.published.Year() {
			y -= 100
		}
	}
	return edged(m, decade(y)), true
}

// readCentury: "the nineteenth century".
func readCentury(m *match, _ context) (reading, bool) {
	return dateOf(century(atoi(m.value("ORDINAL")) - 1)), true
}

// readSeason: "spring 2003", "last summer".
func readSeason(m *match, c context) (reading, bool) {
	code := m.value("SEASON")
	if y := m.value("YEAR"); y != "" {
		return dateOf(season(atoi(y), code)), true
	}
	if c.published.IsZero() {
		return untold(event.Date)
	}
	s := season(c.published.Year(), code)
	if m.rule.arg == "last" && !s.to.Before(c.published.Time) {
		s = season(c.published.Year()-1, code)
	} else if m.rule.arg == "next" && !s.from.After(c.published.Time) {
		s = season(c.published.Year()+1, code)
	}
	return dateOf(s), true
}

// readQuarter: "the third quarter of 2009".
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
