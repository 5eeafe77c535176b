package names

import (
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/text"
)

// maxKnown is the most words of a name that is looked for in the tables.
const maxKnown = 8

// knownNames finds the names of two words or more that the tables know, the longest first at each word. They hold whatever
// the tree makes of their words.
func (f *finder) knownNames() []text.Range {
	n := f.t.Len()
	known := make([]text.Range, n)
	for i := 0; i < n; {
		r := f.knownAt(i)
		for w := r.Start; w < r.End; w++ {
			known[w] = r
		}
		i = max(i+1, r.End)
	}
	return known
}

// knownAt is the longest known name that begins at word i.
func (f *finder) knownAt(i int) text.Range {
	if f.t.UPOS[i] == "DET" || !isCapital(f.t.Form(i)) && !f.isParticle(i) {
		return text.Range{}
	}
	for end := min(f.t.Len(), i+maxKnown); end > i+1; end-- {
		r := text.Range{Sentence: f.t.Sentence, Start: i, End: end}
		if f.t.UPOS[end-1] == "PUNCT" || f.t.UPOS[end-1] == "ADP" {
			continue
		}
		if _, ok := f.proper[facts.Fold(f.form(r))]; ok {
			return r
		}
	}
	return text.Range{}
}

// isParticle reports whether a word in small letters may begin a name: al-Qaeda, bin Laden.
func (f *finder) isParticle(i int) bool {
	switch f.t.Form(i) {
	case "al", "el", "bin", "ben", "de", "da", "von", "van", "dos", "anti":
		return true
	}
	return false
}

// spanHead is the word of a range that hangs on a word outside it. If there are several it is the first that is more than a
// part of a compound, as in "al-Qaeda in Iraq", else the last: both words of "State Department" may hang on a spokesman.
func (f *finder) spanHead(r text.Range) int {
	last := r.Start
	for w := r.Start; w < r.End; w++ {
		h := f.t.Head(w)
		if h >= r.Start && h < r.End || f.t.UPOS[w] == "PUNCT" {
			continue
		}
		if !f.t.Is(w, "compound", "amod", "flat", "det", "nmod:desc") {
			return w
		}
		last = w
	}
	return last
}
