package dates_test

import (
	"testing"

	"example.org/demarche/internal/dates"
	"example.org/demarche/internal/treetest"
)

// FuzzFind: whatever the words and the day, there is no panic, expressions stand in order and do not overlap, and intervals
// do not end before they begin.
func FuzzFind(f *testing.F) {
	k := load(f)
	f.Add("Rebels took the port on Friday, July 8, and left in early March 2010, three weeks ago, at 8 p.m. every day.", "2011-07-19")
	f.Add("The 1980s and the 99th of May 9999 in 99999999 years", "")
	f.Add("Early this day, in 1999-1994, 5,000 years ago, over the past 9999 decades and before the 99th century", "0001-01-01")
	f.Add("Tomorrow, next week, next year, next decade and next century the mayor will resign.", "9999-12-31")
	f.Fuzz(func(t *testing.T, text, published string) {
		if len(text) > 1<<11 {
			t.Skip()
		}
		_, trees, _ := treetest.Parse(t, text)
		last := -1
		for _, x := range dates.Find(trees, nil, k, published) {
			if at := x.Range.Sentence*1000 + x.Range.Start; at < last || x.Range.Empty() {
				t.Fatalf("%q: expression %+v out of order", text, x)
			}
			last = x.Range.Sentence*1000 + x.Range.End
			if len(x.From) != len(x.To) || len(x.From)%10 != 0 {
				t.Fatalf("%q: days %q and %q are not of the calendar", text, x.From, x.To)
			}
			if x.From != "" && x.To != "" && x.To < x.From {
				t.Fatalf("%q: %+v ends before it begins", text, x)
			}
		}
	})
}
