package reader

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/demarche/internal/text"
)

// publish sets the day of publication to the first that is known: given for all, told by the input (day, from origin),
// in the address, in the dateline.
func (in *input) publish(a *text.Article, day string, origin text.Origin) {
	a.Published, a.Origin = in.published, text.OriginGiven
	if a.Published == "" {
		a.Published, a.Origin = day, origin
	}
	if a.Published == "" {
		FindDay(a)
	}
}

// FindDay sets the day of publication of an article for which nobody gave one: in its address, or in its dateline.
func FindDay(a *text.Article) {
	a.Published, a.Origin = dayInURL(a.URL), text.OriginURL
	if a.Published == "" {
		d, _ := text.ParseDateline(a.Text)
		a.Published, a.Origin = d.Day, text.OriginDateline
	}
	if a.Published == "" {
		a.Origin = text.OriginNone
	}
}

// badDay is the error for a day that cannot be read.
func badDay(s, hint string) *Error {
	const longest = 40
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "") + "…"
	}
	return &Error{What: fmt.Sprintf("the date %q cannot be read", s), Hint: hint}
}

// dayInURL finds a day in an address: /2011/07/19/, /2011/jul/19/, 2011-07-19 or 20110719, with no digits around it.
func dayInURL(url string) string {
	if len(url) > 2048 {
		url = url[:2048]
	}
	parts := strings.FieldsFunc(url, func(r rune) bool { return !unicode.IsDigit(r) && !unicode.IsLetter(r) })
	for i, p := range parts {
		if len(p) == 8 && (strings.HasPrefix(p, "19") || strings.HasPrefix(p, "20")) {
			if day, ok := text.ParseDay(p); ok {
				return day
			}
		}
		if len(p) != 4 || i+2 >= len(parts) || len(parts[i+2]) > 2 {
			continue
		}
		month := parts[i+1]
		if m := text.Month(month); m > 0 {
			month = fmt.Sprint(m)
		}
		if day, ok := text.ParseDay(p + "-" + month + "-" + parts[i+2]); ok {
			return day
		}
	}
	return ""
}
