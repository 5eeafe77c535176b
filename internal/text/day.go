package text

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ParseDay reads a day of the calendar, and gives it as YYYY-MM-DD. A time and a zone after it (or around it, as in
// RFC 1123 and C's asctime) change nothing: the day is the one that is written. It takes
//
//	2011-07-19, 2011-07-19T23:05:00-07:00, 2011/07/19, 20110719, 20110719T230500Z
//	July 19, 2011; 19 July 2011; Tue, 19 Jul 2011 23:05:00 GMT; Tue Jul 19 23:05:00 +0000 2011
//
// A day in figures alone with the year last (07/19/2011) is not taken: writers do not agree on its order.
func ParseDay(s string) (day string, ok bool) {
	s = strings.TrimSpace(s)
	if y, m, d, ok := isoDay(s); ok {
		return calendarDay(y, m, d)
	}
	return namedDay(s)
}

// isoDay reads a day that begins with the year.
func isoDay(s string) (y, m, d int, ok bool) {
	digits := leading(s, unicode.IsDigit)
	switch {
	case len(digits) == 8:
		y, m, d, s = number(s[:4]), number(s[4:6]), number(s[6:8]), s[8:]
	case len(digits) == 4 && len(s) > 4 && strings.ContainsRune("-/", rune(s[4])):
		parts := strings.SplitN(s[5:], s[4:5], 2)
		if len(parts) < 2 {
			return 0, 0, 0, false
		}
		last := leading(parts[1], unicode.IsDigit)
		y, m, d, s = number(digits), number(parts[0]), number(last), parts[1][len(last):]
	default:
		return 0, 0, 0, false
	}
	return y, m, d, s == "" || timeFollows(s)
}

// timeFollows reports whether what stands after a day is a time of day.
func timeFollows(s string) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(s, "T"), " ")
	return rest != s && rest != "" && '0' <= rest[0] && rest[0] <= '9'
}

// namedDay reads a day whose month is a word: one month, beside it a day of the month, and a year of four digits.
func namedDay(s string) (string, bool) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '-' })
	month := -1
	for i, f := range fields {
		if Month(f) > 0 {
			if month >= 0 {
				return "", false
			}
			month = i
		}
	}
	if month < 0 || len(fields) > 8 {
		return "", false
	}
	day, at := dayBeside(fields, month)
	year := yearAfter(fields, max(month, at))
	if day == 0 || year == 0 {
		return "", false
	}
	return calendarDay(year, Month(fields[month]), day)
}

// dayBeside is the day of the month that stands after the month's name, or before it, and its place.
func dayBeside(fields []string, month int) (day, at int) {
	for _, at := range []int{month + 1, month - 1} {
		if at < 0 || at >= len(fields) {
			continue
		}
		figures := strings.TrimRight(strings.ToLower(fields[at]), "sthndr.")
		if n := number(figures); len(figures) <= 2 && 1 <= n && n <= 31 {
			return n, at
		}
	}
	return 0, 0
}

// yearAfter is the first number of four digits after a field.
func yearAfter(fields []string, at int) int {
	for _, f := range fields[at+1:] {
		if n := number(f); len(f) == 4 && n >= 1000 {
			return n
		}
	}
	return 0
}

// months are the names of the months by their first three letters, which no two share.
var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

// Month is the number of a month from 1, by its English name or an abbreviation of it ("Sept.", "Jul"); 0 for any other word.
func Month(word string) int {
	w := strings.TrimSuffix(strings.ToLower(word), ".")
	if len(w) < 3 {
		return 0
	}
	m := months[w[:3]]
	if m > 0 && strings.HasPrefix(strings.ToLower(time.Month(m).String()), w) {
		return m
	}
	return 0
}

// calendarDay writes a day if there is one.
func calendarDay(y, m, d int) (string, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1000 || y > 9999 || int(t.Month()) != m || t.Day() != d {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// leading is the longest beginning of s whose characters all satisfy f.
func leading(s string, f func(rune) bool) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !f(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

// number is a number in ASCII digits, -1 for anything else.
func number(s string) int {
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil {
		return -1
	}
	return int(n)
}
