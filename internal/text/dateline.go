package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Dateline is where and when a report was filed, as news agencies put it before the first sentence:
// "TUNIS, Tunisia, July 19 (Agency) —".
type Dateline struct {
	Span Span   // from the place to the dash and the blank after it
	Text string // place and day as written, without agency and dash: "TUNIS, Tunisia, July 19"
	Day  string // YYYY-MM-DD, only where the year is written too
}

// A dateline has at most maxDateline bytes, and begins one of the first datelineLines lines that are not empty: a headline
// and a byline may stand before it.
const (
	maxDateline   = 160
	datelineLines = 3
)

// dashes end a dateline; the underscore is the wire services' dash.
var dashes = []string{" — ", " – ", " -- ", " - ", " _ ", "— ", "– ", "—", " ― "}

// ParseDateline reads the dateline near the beginning of an article's text; ok is false where there is none. A place in
// capitals may stand alone; one in small letters must be followed by an agency in brackets or by a whole day. A sentence
// begins after it, on the same line or below.
func ParseDateline(s string) (d Dateline, ok bool) {
	at := 0
	for range datelineLines {
		rest := strings.TrimLeftFunc(s[at:], func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
		at = len(s) - len(rest)
		if d, ok := dateline(rest); ok {
			d.Span.Start, d.Span.End = at, at+d.Span.End
			return d, true
		}
		line := strings.IndexAny(rest, "\r\n")
		if line < 0 {
			break
		}
		at += line
	}
	return Dateline{}, false
}

// dateline reads the dateline with which s begins.
func dateline(s string) (d Dateline, ok bool) {
	head, length, ok := beforeDash(s)
	next, _ := utf8.DecodeRuneInString(s[length:])
	if !ok || unicode.IsLower(next) { // "NATO — the alliance —" goes on within its sentence
		return Dateline{}, false
	}
	head, agency := cutAgency(head)
	parts := strings.Split(head, ",")
	places := len(parts)
	for places > 0 && datePart(strings.TrimSpace(parts[places-1])) {
		places--
	}
	d = Dateline{Span: Span{0, length}, Text: head}
	if places < len(parts) {
		d.Day, _ = ParseDay(strings.Join(parts[places:], ","))
	}
	return d, placeParts(parts[:places], agency || d.Day != "")
}

// beforeDash returns what stands before the first dash of the first line, and how many bytes it and the dash take.
func beforeDash(s string) (head string, length int, ok bool) {
	line := s[:min(len(s), maxDateline)]
	if end := strings.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end] + " "
	}
	at, width := len(line), 0
	for _, d := range dashes {
		if i := strings.Index(line, d); i >= 0 && i < at {
			at, width = i, len(d)
		}
	}
	return strings.TrimSpace(line[:at]), min(at+width, len(s)), width > 0 && at > 0
}

// cutAgency takes a last part in brackets off, "(Reuters)".
func cutAgency(head string) (rest string, found bool) {
	open := strings.LastIndexByte(head, '(')
	if open <= 0 || !strings.HasSuffix(head, ")") {
		return head, false
	}
	return strings.TrimRight(head[:open], " ,"), true
}

// datePart reports whether a part between commas is of a day: "July 19", "2011", "19 July 2011", "Tuesday".
func datePart(part string) bool {
	fields := strings.Fields(part)
	for _, f := range fields {
		if Month(f) == 0 && number(f) < 0 && !weekday(f) {
			return false
		}
	}
	return 0 < len(fields) && len(fields) <= 4
}

// weekday reports whether a word is a day of the week or its abbreviation.
func weekday(word string) bool {
	w := strings.TrimSuffix(strings.ToLower(word), ".")
	for _, d := range []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"} {
		if len(w) >= 3 && strings.HasPrefix(d, w) {
			return true
		}
	}
	return false
}

// headings are words in capitals that stand before a dash and are no places.
var headings = map[string]bool{
	"BREAKING": true, "EXCLUSIVE": true, "UPDATE": true, "CORRECTION": true, "CORRECTED": true, "ANALYSIS": true, "OPINION": true,
	"WATCH": true, "LIVE": true, "REVIEW": true, "INTERVIEW": true, "FACTBOX": true, "TIMELINE": true, "EDITORIAL": true, "COMMENT": true,
	"URGENT": true, "ALERT": true, "DEVELOPING": true, "NOTE": true, "FEATURE": true, "PROFILE": true,
}

// placeParts reports whether the parts name a place: a city, then at most two of a country, state or second city.
func placeParts(parts []string, small bool) bool {
	if len(parts) == 0 || len(parts) > 3 {
		return false
	}
	city := strings.TrimSpace(parts[0])
	if headings[leading(city, unicode.IsLetter)] || !small && strings.ToUpper(city) != city {
		return false
	}
	for _, p := range parts {
		if !properName(strings.Fields(p)) {
			return false
		}
	}
	return true
}

// properName reports whether words are a name: at most four, each begun by a capital, but for small words within.
func properName(words []string) bool {
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		within := 0 < i && i < len(words)-1 && len(w) <= 3
		if !unicode.IsUpper(r) && !(within && unicode.IsLetter(r)) || strings.ContainsAny(w, "0123456789:;!?\"“”") {
			return false
		}
	}
	return 0 < len(words) && len(words) <= 4 && utf8.RuneCountInString(words[0]) > 1
}
