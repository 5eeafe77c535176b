package dates

import (
	"testing"
	"testing/fstest"
)

// TestCalendar: units counted from a day. 2011-07-19 is a Tuesday, 2012-01-01 the last day of an ISO week of 2011.
func TestCalendar(t *testing.T) {
	for _, c := range []struct {
		from, unit         string
		n                  int
		value, first, last string
	}{
		{"2011-07-19", "D", -1, "2011-07-18", "2011-07-18", "2011-07-18"},
		{"2011-03-01", "D", -1, "2011-02-28", "2011-02-28", "2011-02-28"},
		{"2011-07-19", "W", 0, "2011-W29", "2011-07-18", "2011-07-24"},
		{"2012-01-01", "W", 0, "2011-W52", "2011-12-26", "2012-01-01"},
		{"2012-01-01", "W", 1, "2012-W01", "2012-01-02", "2012-01-08"},
		{"2011-07-19", "E", -1, "2011-W28-WE", "2011-07-16", "2011-07-17"},
		{"2011-07-31", "O", -1, "2011-06", "2011-06-01", "2011-06-30"},
		{"2012-01-31", "O", 1, "2012-02", "2012-02-01", "2012-02-29"},
		{"2011-01-15", "O", -1, "2010-12", "2010-12-01", "2010-12-31"},
		{"2011-01-15", "O", -13, "2009-12", "2009-12-01", "2009-12-31"},
		{"2011-12-15", "O", 1, "2012-01", "2012-01-01", "2012-01-31"},
		{"2011-02-15", "Q", -1, "2010-Q4", "2010-10-01", "2010-12-31"},
		{"2011-07-19", "Q", 0, "2011-Q3", "2011-07-01", "2011-09-30"},
		{"2011-07-19", "Y", -1, "2010", "2010-01-01", "2010-12-31"},
		{"2011-07-19", "T", -1, "200", "2000-01-01", "2009-12-31"},
		{"2011-07-19", "C", -1, "19", "1900-01-01", "1999-12-31"},
	} {
		s, ok := calendar(parseDay(c.from), c.unit, c.n)
		if got := [3]string{s.value, s.from.String(), s.to.String()}; !ok || got != [3]string{c.value, c.first, c.last} {
			t.Errorf("%s %d from %s: %v, want %s %s %s", c.unit, c.n, c.from, got, c.value, c.first, c.last)
		}
	}
	if _, ok := calendar(parseDay("2011-07-19"), "H", 1); ok {
		t.Error("hours are no unit of the calendar")
	}
}

func TestSeasons(t *testing.T) {
	for code, want := range map[string]string{
		"SP": "2003-SP 2003-03-01 2003-05-31", "SU": "2003-SU 2003-06-01 2003-08-31",
		"FA": "2003-FA 2003-09-01 2003-11-30", "WI": "2003-WI 2003-12-01 2004-02-29",
	} {
		if s := season(2003, code); s.value+" "+s.from.String()+" "+s.to.String() != want {
			t.Errorf("%v, want %s", s, want)
		}
	}
}

// TestShift: how closely a day is known that lies some units away.
func TestShift(t *testing.T) {
	for _, c := range []struct {
		unit string
		n    int
		want string
	}{
		{"D", -3, "2011-07-16"}, {"W", -3, "2011-W26"}, {"F", -1, "2011-W27"}, {"O", 2, "2011-09"}, {"Y", -2, "2009"}, {"T", -2, "1991"}, {"H", -5, "2011-07-19"},
	} {
		if s, ok := shift(parseDay("2011-07-19"), c.unit, c.n); !ok || s.value != c.want {
			t.Errorf("%d %s: %q, want %q", c.n, c.unit, s.value, c.want)
		}
	}
}

func TestDaysOutsideTheCalendar(t *testing.T) {
	for day, want := range map[string]string{"2011-07-19": "2011-07-19", "2011-02-29": "", "yesterday": "", "": ""} {
		if got := parseDay(day).String(); got != want {
			t.Errorf("%q is %q, want %q", day, got, want)
		}
	}
	if year(0).inCalendar() || century(99).inCalendar() != true || oneDay(date(9999, 12, 31).plus(1)).inCalendar() {
		t.Error("the calendar has the years 1 to 9999")
	}
}

// TestLoadTellsFileAndLine: what is wrong with a file of rules is told with its place.
func TestLoadTellsFileAndLine(t *testing.T) {
	const words = "WEEKDAY friday=5\n"
	for _, c := range []struct{ words, rules, want string }{
		{words, "weekday WEEKDAY\n", ""},
		{words, "weekday WEEKDAY\nfly WEEKDAY\n", `a.txt:2: unknown action "fly"; README.md lists them`},
		{words, "weekday WEKDAY\n", `a.txt:1: unknown class "WEKDAY"; words.txt and README.md name them`},
		{"WEEKDAY friday\n", "", `words.txt:1: "friday" has no value; write word=value`},
	} {
		_, err := Load(fstest.MapFS{"words.txt": {Data: []byte(c.words)}, "a.txt": {Data: []byte(c.rules)}})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q with %q: error %q, want %q", c.rules, c.words, got, c.want)
		}
	}
}
