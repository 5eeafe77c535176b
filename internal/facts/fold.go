package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is a name as tables are searched for it: without accents, with plain apostrophes and hyphens, single spaces and no
// leading article. Letter case is kept: "US" is a state, "us" is not.
func Fold(name string) string {
	if !plain(name) {
		name = foldRunes(name)
	}
	if strings.Contains(name, "  ") || strings.ContainsAny(name, "\n\t\r") {
		name = strings.Join(strings.Fields(name), " ")
	}
	for _, article := range []string{"the ", "The ", "THE "} {
		name = strings.TrimPrefix(name, article)
	}
	return name
}

// FoldLower is Fold in lower case.
func FoldLower(name string) string { return strings.ToLower(Fold(name)) }

// plain reports whether a name is of ASCII only.
func plain(name string) bool {
	for i := 0; i < len(name); i++ {
		if name[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldRunes(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case letters[r] != "":
			b.WriteString(letters[r])
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// letters have no decomposition in Unicode.
var letters = map[rune]string{
	'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ı': "i", 'ß': "ss", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe",
	'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th", 'ə': "a", 'Ə': "A", 'ħ': "h", 'Ħ': "H", 'ŋ': "n",
	'’': "'", '‘': "'", 'ʻ': "'", 'ʼ': "'", '`': "'", '´': "'", 'ʿ': "'", 'ʾ': "'", '‐': "-", '‑': "-", '–': "-", '—': "-",
}
