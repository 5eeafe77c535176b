package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
)

// settle finds to whom, through what medium and on what occasion something is said.
func (m *match) settle(a *event.Attribution) {
	if h := m.addressee(); h >= 0 {
		barred := m.barred(h)
		if m.t.Dominates(h, m.i) { // Holm, asked about the raid, …
			m.mark(m.i, barred)
		}
		a.Addressee = event.Phrase{Range: m.phrase(h, barred), Head: h}
	}
	for _, v := range []int{m.i, m.light, m.inner} {
		if v >= 0 && m.c.Type != event.Belief && m.c.Type != event.Knowledge {
			m.circumstances(v, a)
		}
	}
	if a.Medium == "" && m.c.Part == Noun && m.cues.setting[m.c.Lemma] == medium {
		a.Medium = m.c.Lemma
	}
}

// addressee returns the head of the phrase for who is told, or -1: "told CNN", "said to reporters", "urged them to leave".
func (m *match) addressee() int {
	if m.hearer >= 0 {
		return m.hearer
	}
	if m.c.Part != Verb || m.c.Type == event.Belief || m.c.Type == event.Knowledge || m.c.Type == event.Intention && m.c.Stance != event.Demanded {
		return -1
	}
	if h := m.t.Dependent(m.i, "iobj"); h >= 0 && (m.c.Stance == event.Demanded || !m.inContent(h)) {
		return h
	}
	if m.c.Stance == event.Demanded && len(m.tops) == 2 && m.isSomebody(m.tops[0]) { // urged them to leave: the object is part of the content, too
		return m.tops[0]
	}
	if h := m.asked(); h >= 0 {
		return h
	}
	for _, v := range []int{m.i, m.inner} {
		for d := range m.dependents(v) {
			if m.t.Is(d, "obl") && m.behindHearer(d) && m.isSomebody(d) && !m.inContent(d) {
				return d
			}
		}
	}
	return m.interviewer()
}

// asked returns who is asked by a passive or participle that has its subject from the clause above ("Asked about the raid, the
// mayor said"), if the cue is one that somebody is asked by; or -1.
func (m *match) asked() int {
	if m.t.UPOS[m.i] != "VERB" || !m.isPassive(m.i) || !m.takesHearer(m.i) || m.inContent(m.i) {
		return -1
	}
	if h := m.passiveSubject(); h >= 0 && !m.inContent(h) {
		return h
	}
	if h := m.subjectOf(m.i); h >= 0 && !m.inContent(h) {
		return h
	}
	return -1
}

// behindHearer reports whether a preposition before word d leads to who is told: "said to reporters", "talks with the police",
// "demanded of the governor".
func (m *match) behindHearer(d int) bool {
	if m.prepositionOf(d, "to") >= 0 {
		mention := m.mentions.At(m.t.Ref(d))
		return mention == nil || mention.Kind != event.Location // ordered the ship to the Gulf
	}
	return slices.ContainsFunc(m.cues.hearer[strings.ToLower(m.t.Lemmas[m.i])], func(p string) bool { return m.prepositionOf(d, p) >= 0 })
}

// interviewer returns who asks in the interview that something was said in: "said in an interview with the BBC"; or -1.
func (m *match) interviewer() int {
	for d := range m.t.Dependents(m.i) {
		if !m.t.Is(d, "obl") {
			continue
		}
		kind := m.settingOf(d, m.settingName(d))
		if kind == "" {
			continue
		}
		for k := range m.t.Dependents(d) {
			if m.t.Is(k, "nmod") && m.isSomebody(k) && (m.prepositionOf(k, "with") >= 0 || kind == medium && m.prepositionOf(k, "to") >= 0) {
				return k
			}
		}
	}
	return -1
}

// dependents is Tree.Dependents, with none for -1.
func (m *match) dependents(i int) func(yield func(int) bool) {
	if i < 0 {
		return func(func(int) bool) {}
	}
	return m.t.Dependents(i)
}

// inContent reports whether word d heads the content.
func (m *match) inContent(d int) bool {
	return slices.Contains(m.tops, d)
}

// isSomebody reports whether the phrase headed by word w can hear or speak: persons and bodies, by the layer of mentions,
// without one by the word itself.
func (s *sentence) isSomebody(w int) bool {
	if mention := s.mentions.At(s.t.Ref(w)); mention != nil {
		return mention.Kind != event.Other && (mention.Kind != event.Location || mention.Form == event.ByName)
	}
	lemma := strings.ToLower(s.t.Lemmas[w])
	return s.t.UPOS[w] == "PROPN" || s.t.UPOS[w] == "PRON" && lemma != "it" || s.cues.sources[lemma] != ""
}

// circumstances finds medium and occasion among the phrases on verb or noun v: "in a statement", "at a news conference", "told a
// rally", "speaking at a funeral, he said".
func (m *match) circumstances(v int, a *event.Attribution) {
	if m.hearer >= 0 && v == m.i && a.Occasion == "" {
		if name := m.settingName(m.hearer); m.settingOf(m.hearer, name) == occasion {
			a.Occasion = name
		}
	}
	for d := range m.t.Dependents(v) {
		if m.t.Is(d, "advcl") && m.t.XPOS[d] == "VBG" && !m.inContent(d) && m.cues.scene[strings.ToLower(m.t.Lemmas[d])] {
			a.Scenes = append(a.Scenes, d)
			m.circumstances(d, a)
		}
		if !m.t.Is(d, "obl", "nmod") || m.inContent(d) || d == m.agent(v) || !slices.Contains(through, m.t.Case(d)) {
			continue
		}
		name := m.settingName(d)
		switch kind := m.settingOf(d, name); {
		case kind == medium && a.Medium == "":
			a.Medium = name
		case kind == occasion && a.Occasion == "":
			a.Occasion = name
		}
	}
}

// through are the prepositions that go with a medium or an occasion.
var through = []string{"in", "on", "at", "during", "via", "through", "by", "over", "with"}

// settingOf says what the noun w, whose name with its compounds is given, is for a statement; "" for nothing.
func (m *match) settingOf(w int, name string) setting {
	if k := m.cues.setting[strings.ToLower(name)]; k != "" {
		return k
	}
	return m.cues.setting[strings.ToLower(m.t.Lemmas[w])]
}

// settingName is the lemma of noun w with its compounds: "news conference", "Twitter".
func (m *match) settingName(w int) string {
	var words []string
	for d := range m.t.Dependents(w) {
		if m.t.Is(d, "compound") && d < w {
			words = append(words, m.t.Form(d))
		}
	}
	last := strings.ToLower(m.t.Lemmas[w])
	if m.t.UPOS[w] == "PROPN" {
		last = m.t.Form(w)
	}
	return strings.Join(append(words, last), " ")
}
