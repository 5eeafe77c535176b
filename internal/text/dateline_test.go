package text_test

import (
	"testing"

	"example.org/demarche/internal/text"
)

func TestParseDateline(t *testing.T) {
	for in, want := range map[string]struct{ text, day string }{
		"TUNIS, Tunisia, July 19 (Agency) — The envoys left.":                  {"TUNIS, Tunisia, July 19", ""},
		"KABUL, Sept. 3, 2009 — Two trucks burned.":                            {"KABUL, Sept. 3, 2009", "2009-09-03"},
		"\ufeff\r\nLIMA, 4 May 1995 (Andina) -- Talks began.":                  {"LIMA, 4 May 1995", "1995-05-04"},
		"NEW DELHI (Agency) - The minister resigned.":                          {"NEW DELHI", ""},
		"Washington (Agency) -- The senator spoke.":                            {"Washington", ""},
		"LONDON — Markets fell.":                                               {"LONDON", ""},
		"PORT-AU-PRINCE, Haiti – Rain fell.":                                   {"PORT-AU-PRINCE, Haiti", ""},
		"ST. PETERSBURG, Russia—Police searched the office.":                   {"ST. PETERSBURG, Russia", ""},
		"BEIRUT/AMMAN (Agency) - Both governments protested.":                  {"BEIRUT/AMMAN", ""},
		"DAR ES SALAAM, Tanzania, Tuesday, March 2, 1999 — Votes counted.":     {"DAR ES SALAAM, Tanzania, Tuesday, March 2, 1999", "1999-03-02"},
		"Paris, July 19, 2011 — Ministers met.":                                {"Paris, July 19, 2011", "2011-07-19"},
		"OTTAWA, Ont. _ Lights went out.":                                      {"OTTAWA, Ont.", ""},
		"HAVANA (Agency) --\n\nLights went out.":                               {"HAVANA", ""},
		"Lights out in the capital\nBy A. Writer\n\nHAVANA — Lights went out.": {"HAVANA", ""},
		"RIO DE JANEIRO, Brazil — Buses stopped.":                              {"RIO DE JANEIRO, Brazil", ""},
	} {
		got, ok := text.ParseDateline(in)
		if !ok || got.Text != want.text || got.Day != want.day {
			t.Errorf("%q: %+v, want %+v", in, got, want)
		}
	}
	d, _ := text.ParseDateline("\ufeff OSLO, Norway — Fish.")
	if got := "\ufeff OSLO, Norway — Fish."[d.Span.End:]; got != "Fish." || d.Span.Start != 4 {
		t.Errorf("the dateline at %v leaves %q", d.Span, got)
	}
}

func TestParseDatelineFindsNone(t *testing.T) {
	for _, in := range []string{
		"", "—", "The minister — a lawyer — resigned.", "Ministers met in Paris - again.", "BREAKING — Two trucks burned.",
		"UPDATE 1 - Two trucks burned.", "Paris, Tunis, Rome and Lima — four capitals.", "Paris — again.", "WHO ARE THEY? - A list.",
		"July 19, 2011 — The envoys left.", "I - that is, we - agreed.", "A long first line without any dash",
		"OSLO, Norway\n— Fish.", "A - B", "One\nTwo\nThree\nOSLO — Fish.",
		"NATO — the alliance of thirty states — met.",
	} {
		if got, ok := text.ParseDateline(in); ok {
			t.Errorf("%q: %+v", in, got)
		}
	}
}

func FuzzParseDateline(f *testing.F) {
	for _, s := range []string{"TUNIS, Tunisia, July 19 (Agency) — The", "KABUL, Sept. 3, 2009 —", "—", "(", "A (B) - C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := text.ParseDateline(s)
		if ok && (d.Span.Start < 0 || d.Span.Start >= d.Span.End || d.Span.End > len(s)) {
			t.Errorf("%q: %v", s, d.Span)
		}
	})
}
