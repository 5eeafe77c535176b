package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// key is a name as the text is sorted by: in lower case, without accents, apostrophes and full stops, words parted by one
// space. data/places/make.py has the same in Python.
func key(name string) string {
	if !isASCII(name) {
		name = norm.NFD.String(strings.ToLower(name))
	}
	b := make([]byte, 0, len(name))
	space := false
	for _, r := range name {
		switch {
		case strings.ContainsRune("'’‘ʻʼ`´ʿʾ.", r) || unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsNumber(r):
			space = len(b) > 0
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		if plain, ok := letters[r]; ok {
			b = append(b, plain...)
		} else {
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}

// letters have no decomposition in Unicode.
var letters = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th", 'ə': "a", 'ħ': "h", 'ŋ': "n",
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// loose is a key without articles and generic parts, and with "-a" for "-ah", so that different spellings meet. A key of
// nothing else keeps its words.
func loose(k string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(k) {
		if !articles[w] && !generic[w] {
			appendWord(&b, w)
		}
	}
	if b.Len() > 0 {
		return b.String()
	}
	for w := range strings.FieldsSeq(k) {
		appendWord(&b, w)
	}
	return b.String()
}

func appendWord(b *strings.Builder, w string) {
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	if len(w) > 4 && strings.HasSuffix(w, "ah") {
		w = w[:len(w)-1]
	}
	b.WriteString(w)
}

// articles are the English one and the Arabic one before the sun letters.
var articles = set("al el the ad an ar as ash at az es ez et")

// generic words say what a place is.
var generic = set(`marsa bandar ras qasr port wadi ayn ain bir jabal jebel tall tell madinat kota province oblast state governorate
	region district republic department prefecture city voivodeship krai kray autonomous wilaya division`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
