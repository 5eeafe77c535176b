package dates

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// A match is a rule that fits some words of a sentence.
type match struct {
	rule       *rule
	start, end int        // words, [start, end)
	got        []captured // what the classes of the pattern took, in order
	literals   []string   // the literal words that fitted
}

// A captured is one word that a class took.
type captured struct {
	class, value string
	word         int
}

// value returns what the first word of a class stands for, "" if the pattern took none.
func (m *match) value(class string) string {
	for _, c := range m.got {
		if c.class == class {
			return c.value
		}
	}
	return ""
}

// has reports whether a literal word was among those that fitted.
func (m *match) has(word string) bool { return slices.Contains(m.literals, word) }

// longest returns the longest match that begins at word i, of two as long the first rule's; nil if there is none. Only the
// rules that can begin with the word are tried.
func (k *Knowledge) longest(t *syntax.Tree, lower []string, i int) *match {
	var best *match
	try := func(rules []*rule) {
		for _, r := range rules {
			m := match{start: i}
			end := k.fit(t, lower, i, r.pattern, &m)
			if end > i && (best == nil || end > best.end || end == best.end && r.order < best.rule.order) {
				best = &match{rule: r, start: i, end: end, got: m.got, literals: m.literals}
			}
		}
	}
	try(k.byWord[lower[i]])
	for _, m := range k.words[lower[i]] {
		try(k.byClass[m.class])
	}
	for _, c := range builtin {
		if _, ok := byForm(t, lower, i, c); ok {
			try(k.byClass[c])
		}
	}
	return best
}

// fit matches a pattern from word i on and returns the word after it, -1 if it does not fit. An optional place is taken
// where it can be, and given up where the rest then fails.
func (k *Knowledge) fit(t *syntax.Tree, lower []string, i int, pattern []element, m *match) int {
	if len(pattern) == 0 {
		return i
	}
	e := pattern[0]
	if i < len(lower) {
		if value, ok := k.takes(t, lower, i, e); ok {
			got, literals := len(m.got), len(m.literals)
			if e.class != "" {
				m.got = append(m.got, captured{e.class, value, i})
			} else {
				m.literals = append(m.literals, lower[i])
			}
			if end := k.fit(t, lower, i+1, pattern[1:], m); end >= 0 {
				return end
			}
			m.got, m.literals = m.got[:got], m.literals[:literals]
		}
	}
	if e.optional {
		return k.fit(t, lower, i, pattern[1:], m)
	}
	return -1
}

// takes reports whether word i fits one place of a pattern, and what it stands for.
func (k *Knowledge) takes(t *syntax.Tree, lower []string, i int, e element) (string, bool) {
	if e.class == "" {
		for _, w := range e.words {
			if lower[i] == w {
				return w, true
			}
		}
		return "", false
	}
	if v, ok := byForm(t, lower, i, e.class); ok {
		return v, true
	}
	for _, m := range k.words[lower[i]] {
		if m.class == e.class && !misread(t, i, e.class) {
			return m.value, true
		}
	}
	return "", false
}

// misread reports whether a word that looks like one of a class is another one here: the verbs "may" and "march", "second"
// as a number, "sun" in the sky.
func misread(t *syntax.Tree, i int, class string) bool {
	switch class {
	case "MONTH":
		return t.UPOS[i] != "PROPN" && (t.Lower(i) == "may" || t.Lower(i) == "march") || t.Form(i) == t.Lower(i) || isSomebody(t, i)
	case "SEASON":
		return t.UPOS[i] == "VERB"
	case "UNIT":
		return t.UPOS[i] == "ADJ" || t.UPOS[i] == "VERB"
	case "WEEKDAY":
		return t.Form(i) == t.Lower(i)
	}
	return false
}

// isSomebody reports whether the name of a month is somebody's: the bare object of a verb, "joined May", "accused April". Months are
// objects of few verbs.
func isSomebody(t *syntax.Tree, i int) bool {
	if t.UPOS[i] != "PROPN" || !t.Is(t.FirstConjunct(i), "obj", "iobj") || t.Dependent(i, "nummod", "det", "amod", "flat", "compound", "appos", "nmod") >= 0 {
		return false
	}
	v := t.Head(t.FirstConjunct(i))
	return v >= 0 && t.UPOS[v] == "VERB" && !slices.Contains(spent, t.Lemmas[v])
}

// spent are verbs whose object can be a month: "spent May in prison".
var spent = []string{"spend", "mark", "enter", "end", "begin", "start", "close", "finish", "reach", "survive", "see", "include", "cover", "propose", "suggest", "choose", "set"}

// byForm reads a word as one of the builtin classes.
func byForm(t *syntax.Tree, lower []string, i int, class string) (string, bool) {
	w := lower[i]
	switch class {
	case "YEAR":
		return w, len(w) == 4 && digits(w) && w[0] >= '1' && w[0] <= '2' && w <= "2100" && !counts(t, i)
	case "DAYNUM":
		d := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "st"), "nd"), "rd"), "th")
		return d, len(d) <= 2 && digits(d) && atoi(d) >= 1 && atoi(d) <= 31
	case "TWO":
		return w, len(w) == 2 && digits(w)
	case "DECADE":
		d := strings.TrimLeft(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'"), "’"), "'’")
		return d, w != d && strings.HasSuffix(w, "s") && (len(d) == 4 || len(d) == 2) && digits(d) && d[len(d)-1] == '0'
	case "NUMBER":
		n := strings.ReplaceAll(w, ",", "")
		return n, len(n) <= 4 && digits(n)
	case "CLOCK":
		h, m, ok := strings.Cut(w, ":")
		return w, ok && len(h) <= 2 && len(m) == 2 && digits(h) && digits(m) && atoi(h) < 25 && atoi(m) < 60
	case "AMPM":
		return strings.ReplaceAll(w, ".", ""), w == "am" || w == "pm" || w == "a.m." || w == "p.m." || w == "a.m" || w == "p.m"
	case "ISODATE":
		return w, len(w) == 10 && w[4] == '-' && w[7] == '-' && digits(w[:4]) && digits(w[5:7]) && digits(w[8:])
	case "PLURAL":
		u := units[w]
		return u, u != "" && t.XPOS[i] == "NNS" && t.Dependent(i, "nummod", "det", "amod") < 0
	}
	return "", false
}

// units are plural units that stand alone: "over weeks".
var units = map[string]string{"days": "D", "weeks": "W", "months": "O", "years": "Y", "decades": "T", "hours": "H", "minutes": "M", "centuries": "C"}

// counts reports whether a number counts something: "2000 people".
func counts(t *syntax.Tree, i int) bool {
	if !t.Is(i, "nummod") {
		return false
	}
	h := t.Head(i)
	return h > i && t.UPOS[h] != "PROPN" && t.XPOS[h] == "NNS"
}

// digits reports whether s is made of decimal digits, at least one.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// atoi reads decimal digits; s has few of them.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
