package attribution

// A cue may be set into the clause that is its content: "reportedly", "according to the army", "in his view". That clause is
// its host.

// hosted takes the host of the phrase headed by word i.
func (m *match) hosted(i int) bool {
	h := m.t.Head(i)
	if h < 0 {
		return false
	}
	m.off, m.host = append(m.off, i), true
	m.confidence = .85
	if m.c.Part == Adverb {
		return m.take(h) // a clause, or a word that is no clause: "an allegedly stolen car"
	}
	return m.take(m.phraseHost(h, i))
}

// phraseHost is what a phrase that hangs on word h bears on. At either end of a sentence that is the whole sentence;
// elsewhere the clause around it.
func (m *match) phraseHost(h, i int) int {
	c := m.t.Clause(h)
	r := m.t.Subtree(i)
	if r.Start <= 1 || m.endsSentence(r.End) {
		for m.t.Head(c) >= 0 && m.t.Is(c, "conj", "acl", "advcl", "xcomp", "csubj", "ccomp") {
			c = m.t.Clause(m.t.Head(c))
		}
	}
	return c
}

// endsSentence reports whether only punctuation stands from word i on.
func (m *match) endsSentence(i int) bool {
	for ; i < m.t.Len(); i++ {
		if m.t.UPOS[i] != "PUNCT" {
			return false
		}
	}
	return true
}

// governed returns the noun behind a cue that is a preposition, or -1.
func (m *match) governed() int {
	for _, w := range []int{m.last, m.at} {
		if m.t.Is(w, "case", "mark") && m.t.Head(w) > m.last {
			return m.t.Head(w)
		}
	}
	return -1
}

// top returns the highest word of the phrase that a preposition opens: the noun behind it, or the cue's own word above
// that ("words" of "in the words of the minister").
func (m *match) top() int {
	w := m.i
	for h := m.t.Head(w); m.at <= h && h <= m.last; h = m.t.Head(w) {
		w = h
	}
	return w
}
