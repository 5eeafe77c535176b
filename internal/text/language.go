package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// languageSample is how many words Language looks at.
const languageSample = 2000

// A language is told by enoughKnown of its common words, and one in twenty of all; a text of manyWords must have them.
const (
	enoughKnown = 5
	leastShare  = 0.05
	manyWords   = 100
)

// common are the words that tell a language written in Latin or Cyrillic letters: articles, pronouns, prepositions,
// conjunctions and auxiliaries, the most frequent ones of each. English stands first, since it wins ties.
var common = []struct{ code, words string }{
	{"en", "the of and to in a is was for that on with as by he it his at be from are this have has had an were or not which but they their been will would who said after its she her we more about into than when there also over no if could out what so up i you"},
	{"fr", "le la les de des du et un une en est dans que qui pour sur au aux par pas ne se ce cette il elle sont avec son sa ses plus a été mais ont leur comme ou être cet ces nous"},
	{"de", "der die das und in den von zu mit ist im des auf für nicht ein eine dem sich auch als an er hat es aus bei nach wird sind einer um am wurde sie werden wie noch einen über zum war haben zur nur oder vor bis mehr durch"},
	{"es", "el la los las de del y en que un una es se por con para no al lo su más como fue ha pero sus le o este sobre entre también hasta desde son está muy era donde"},
	{"it", "il lo la i gli le di del della dei delle e un una in che è per con non si da dal al alla sono come più anche ha nel nella ma su questo questa dopo stato suo sua hanno degli alle"},
	{"pt", "o a os as de do da dos das e em no na nos nas um uma que é para com não se por mais ao foi como mas seu sua são pelo pela ou também até já está entre sobre"},
	{"nl", "de het een en van in is op te dat voor met niet zijn aan er die om ook als bij naar uit over door maar worden heeft werd hij ze dan nog deze wordt tot hebben"},
	{"sv", "och att det i en på är av för som den med till ett de har inte om var han från men vid kan efter sig nu under hon också"},
	{"da", "og at det i en på er af for som den med til et de har ikke om var han fra men ved kan efter sig nu under hun også blev"},
	{"pl", "i w na z do nie się jest to że o jak za od po przez dla ale był oraz przy tym tego który które są było jego"},
	{"tr", "ve bir bu da de için ile olarak olan gibi daha çok ancak kadar sonra ne en olduğu tarafından var her değil"},
	{"id", "yang dan di ini itu dengan untuk dari dalam tidak pada akan ke adalah oleh juga telah karena ada mereka saya"},
	{"ro", "și de în a la cu pe că un o din nu este pentru mai care au fost se sunt prin după sau dar lui"},
	{"ru", "и в не на что с по как это он его к из у за от для же но они был было так все она о"},
	{"uk", "і в не на що з як це він його до у за від для та але вони був було так усі вона про є"},
}

// tongues are the languages that a word tells, by the word, as a bit for each entry of common.
var tongues = func() map[string]uint32 {
	m := map[string]uint32{}
	for i, l := range common {
		for w := range strings.FieldsSeq(l.words) {
			m[w] |= 1 << i
		}
	}
	return m
}()

// alphabets are the scripts that tell a language by themselves. Chinese stands for Japanese too, Arabic for Persian.
var alphabets = []struct {
	table *unicode.RangeTable
	code  string
}{
	{unicode.Arabic, "ar"}, {unicode.Han, "zh"}, {unicode.Hiragana, "zh"}, {unicode.Katakana, "zh"}, {unicode.Hangul, "ko"},
	{unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Devanagari, "hi"}, {unicode.Thai, "th"},
}

// Language says which language a text is in: its code in ISO 639-1, "und" where that is unclear. It counts the most
// frequent words of each language among the first 2000 words; other scripts than Latin and Cyrillic tell by their letters.
// A short text that could be English is English.
func Language(s string) string {
	t := tally{counts: make([]int, len(common)), scripts: map[string]int{}}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if t.add(w); t.total == languageSample {
			break
		}
	}
	if code := t.byScript(); code != "" {
		return code
	}
	return t.byWords()
}

// A tally counts the words of a text.
type tally struct {
	total    int
	known    int            // words of any language of common
	counts   []int          // words of each language of common
	latin    int            // words in Latin letters
	cyrillic int            // words in Cyrillic letters
	scripts  map[string]int // words in other scripts, by the language that the script tells
	japanese int            // those of the Chinese script that hold letters of Japan's own
	persian  int            // those of the Arabic script that hold one of the four letters that Persian adds
}

// add counts a word, by its first letter and by its whole.
func (t *tally) add(word string) {
	t.total++
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.Is(unicode.Latin, first):
		t.latin++
	case unicode.Is(unicode.Cyrillic, first):
		t.cyrillic++
	default:
		t.script(word, first)
		return
	}
	if len(word) > 20 { // none of the common words is so long
		return
	}
	bits := tongues[strings.ToLower(word)]
	t.known += min(1, int(bits))
	for i := range t.counts {
		t.counts[i] += int(bits >> i & 1)
	}
}

// script counts a word in a script that tells its language, or one of two.
func (t *tally) script(word string, first rune) {
	for _, a := range alphabets {
		if !unicode.Is(a.table, first) {
			continue
		}
		t.scripts[a.code]++
		if a.code == "zh" && strings.ContainsFunc(word, kana) {
			t.japanese++
		}
		if a.code == "ar" && strings.ContainsAny(word, "پچژگ") {
			t.persian++
		}
		return
	}
}

// kana reports whether a letter is one of those that Japanese mixes with Chinese ones.
func kana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// byScript is the language that the script of most words tells, "und" where they are in a script that tells none, ""
// where they are in Latin or Cyrillic letters.
func (t *tally) byScript() string {
	if 2*t.latin > t.total || 2*t.cyrillic > t.total || t.total == 0 {
		return ""
	}
	best, most := "und", t.total/2
	for _, a := range alphabets {
		if n := t.scripts[a.code]; n > most {
			best, most = a.code, n
		}
	}
	switch {
	case best == "zh" && 5*t.japanese > most:
		return "ja"
	case best == "ar" && 20*t.persian > most:
		return "fa"
	}
	return best
}

// byWords is the language with the most known words. Without enough of them to tell, a text in Latin letters is English
// unless another language has two more, and a long one is of no language that we know.
func (t *tally) byWords() string {
	best := 0
	for i, n := range t.counts {
		if n > t.counts[best] {
			best = i
		}
	}
	few := t.known < enoughKnown || float64(t.counts[best]) < leastShare*float64(t.total)
	switch {
	case t.total == 0, few && 2*t.cyrillic > t.total, few && t.total >= manyWords:
		return "und"
	case few && t.counts[best] <= t.counts[0]+1:
		return common[0].code
	}
	return common[best].code
}
