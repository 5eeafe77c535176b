package dates

import (
	"fmt"
	"time"
)

// A day of the calendar, as a time at midnight UTC; the zero value is unknown.
type day struct{ time.Time }

// parseDay reads YYYY-MM-DD; the zero day for anything else.
func parseDay(s string) day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return day{}
	}
	return day{t}
}

func date(y, m, d int) day { return day{time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)} }

// String is YYYY-MM-DD, "" for the zero day.
func (d day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

func (d day) plus(n int) day { return day{d.AddDate(0, 0, n)} }

// weekday counts from Monday = 1 to Sunday = 7, as ISO 8601 does.
func (d day) weekday() int { return (int(d.Weekday())+6)%7 + 1 }

// A span is a value of TIMEX3 with the days that it covers, both included.
type span struct {
	value    string
	from, to day
}

// inCalendar reports whether the days lie in the years 1 to 9999, which YYYY-MM-DD can name; unknown ones do.
func (s span) inCalendar() bool {
	for _, d := range []day{s.from, s.to} {
		if y := d.Year(); y < 1 || y > 9999 {
			return false
		}
	}
	return true
}

func oneDay(d day) span { return span{d.String(), d, d} }

// week is the ISO week, Monday to Sunday, n weeks from that of d.
func week(d day, n int) span {
	d = d.plus(7 * n)
	y, w := d.ISOWeek()
	monday := d.plus(1 - d.weekday())
	return span{fmt.Sprintf("%04d-W%02d", y, w), monday, monday.plus(6)}
}

// weekend is the Saturday and Sunday of the week n weeks from that of d.
func weekend(d day, n int) span {
	s := week(d, n)
	return span{s.value + "-WE", s.from.plus(5), s.to}
}

func month(y, m int) span {
	first := date(y, m, 1)
	return span{first.Format("2006-01"), first, day{first.AddDate(0, 1, -1)}}
}

func quarter(y, q int) span {
	first := date(y, 3*q-2, 1)
	return span{fmt.Sprintf("%04d-Q%d", y, q), first, day{first.AddDate(0, 3, -1)}}
}

func year(y int) span { return span{fmt.Sprintf("%04d", y), date(y, 1, 1), date(y, 12, 31)} }

// decade is that of a year; its value has three digits, "198".
func decade(y int) span {
	y -= y % 10
	return span{fmt.Sprintf("%03d", y/10), date(y, 1, 1), date(y+9, 12, 31)}
}

// century is that of the years whose first two digits are c: 18 is 1800 to 1899.
func century(c int) span {
	return span{fmt.Sprintf("%02d", c), date(c*100, 1, 1), date(c*100+99, 12, 31)}
}

// season is spring, summer, autumn or winter of a year, as in the north; winter runs into the next year.
func season(y int, code string) span {
	start := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
	first := date(y, start, 1)
	return span{fmt.Sprintf("%04d-%s", y, code), first, day{first.AddDate(0, 3, -1)}}
}

// calendar is the calendar unit n units from that of d: "last week" is n = -1. ok is false for units that have none.
func calendar(d day, unit string, n int) (s span, ok bool) {
	switch unit {
	case "D", "N":
		return oneDay(d.plus(n)), true
	case "W":
		return week(d, n), true
	case "E":
		return weekend(d, n), true
	case "O":
		m := int(d.Month()) - 1 + n
		return month(d.Year()+floorDiv(m, 12), m-12*floorDiv(m, 12)+1), true
	case "Q":
		q := (int(d.Month())-1)/3 + n
		return quarter(d.Year()+floorDiv(q, 4), q-4*floorDiv(q, 4)+1), true
	case "Y":
		return year(d.Year() + n), true
	case "T":
		return decade(d.Year() + 10*n), true
	case "C":
		return century(d.Year()/100 + n), true
	}
	return span{}, false
}

// floorDiv is a/b rounded down; b is positive.
func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// shift goes n units from d, as closely as the unit tells: "two years ago" is a year, "three weeks ago" a week.
func shift(d day, unit string, n int) (span, bool) {
	switch unit {
	case "F":
		return week(d, 2*n), true
	case "T":
		return year(d.Year() + 10*n), true
	case "H", "M", "S":
		return oneDay(d), true
	}
	return calendar(d, unit, n)
}
