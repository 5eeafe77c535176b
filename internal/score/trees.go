package score

import (
	"fmt"
	"slices"
	"strings"
)

// A Measure is one of the figures of the CoNLL 2018 shared task.
type Measure int

// The measures, in the order of the table.
const (
	Tokens    Measure = iota // surface tokens by their characters
	Sentences                // by their characters
	Words                    // that are paired
	UPOS                     // of these, those with the same universal part of speech
	XPOS                     // … Penn tag
	UFeats                   // … universal features
	Lemmas                   // … lemma; one that gold leaves open is always right
	UAS                      // … head, itself paired
	LAS                      // … head and relation, without its subtype
	LASSub                   // … head and relation
	CLAS                     // LAS of content words alone
	measures                 // how many there are
)

// measureNames are the measures as tables have them, and the shared task with few changes.
var measureNames = [measures]string{"Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS", "LASsub", "CLAS"}

// String is the measure's name.
func (m Measure) String() string { return measureNames[m] }

// A TreeReport compares trees with a treebank's.
type TreeReport struct {
	Documents int        // in gold
	Unscored  []Unscored // of these, those that were not found, or not on the same text: nothing was found in them
	Unknown   []string   // ids of documents that gold does not have
	Figures   [measures]Figure
}

// Unscored is a document of gold that could not be compared, and why.
type Unscored struct{ ID, Why string }

// Trees compares a treebank's trees with found ones, document by document.
func Trees(gold, found *Treebank) TreeReport {
	r := TreeReport{Documents: len(gold.documents)}
	for _, g := range gold.documents {
		f, why := counterpart(g, found.byID[g.id])
		if why != "" {
			r.Unscored = append(r.Unscored, Unscored{g.id, why})
			f = &treeDocument{}
		}
		r.document(g, f)
	}
	for _, f := range found.documents {
		if gold.byID[f.id] == nil {
			r.Unknown = append(r.Unknown, f.id)
		}
	}
	return r
}

// counterpart is the found document if it can be compared with gold's, and otherwise the reason.
func counterpart(gold, found *treeDocument) (d *treeDocument, why string) {
	switch {
	case found == nil:
		return nil, "missing"
	case found.fault != nil:
		return nil, found.fault.Error()
	}
	if g, f := gold.chars.String(), found.chars.String(); g != f {
		return nil, difference([]rune(g), []rune(f))
	}
	return found, ""
}

// difference says where two texts part.
func difference(gold, found []rune) string {
	n := 0
	for n < min(len(gold), len(found)) && gold[n] == found[n] {
		n++
	}
	from := func(r []rune) string { return string(r[n:min(len(r), n+20)]) }
	return fmt.Sprintf("characters differ at %d: gold %q, found %q", n, from(gold), from(found))
}

// document counts one document.
func (r *TreeReport) document(gold, found *treeDocument) {
	r.add(Tokens, shared(gold.tokens, found.tokens), len(found.tokens), len(gold.tokens))
	r.add(Sentences, shared(gold.sentences, found.sentences), len(found.sentences), len(gold.sentences))
	for m := Words; m < CLAS; m++ {
		r.add(m, 0, len(found.words), len(gold.words))
	}
	r.add(CLAS, 0, contentWords(found.words), contentWords(gold.words))
	pairs := alignWords(gold.words, found.words)
	to := slices.Repeat([]int{headless}, len(gold.words)) // the found word that is paired with one of gold
	for _, p := range pairs {
		to[p.gold] = p.found
	}
	for _, p := range pairs {
		r.pair(&gold.words[p.gold], &found.words[p.found], to)
	}
}

// add counts for a measure.
func (r *TreeReport) add(m Measure, correct, found, gold int) {
	r.Figures[m].add(Figure{Correct: correct, Found: found, Gold: gold})
}

// pair counts what two paired words have in common.
func (r *TreeReport) pair(g, f *treeWord, to []int) {
	sameHead := g.head == f.head && g.head == atRoot || g.head >= 0 && f.head >= 0 && to[g.head] == f.head
	sameBase := sameHead && base(g.rel) == base(f.rel)
	for m, right := range [measures]bool{
		Words: true, UPOS: g.upos == f.upos, XPOS: g.xpos == f.xpos, UFeats: g.features == f.features,
		Lemmas: g.lemma == "_" || g.lemma == f.lemma, UAS: sameHead, LAS: sameBase, LASSub: sameHead && g.rel == f.rel,
		CLAS: sameBase && contentRelations[base(g.rel)],
	} {
		if right {
			r.Figures[m].Correct++
		}
	}
}

// shared counts the stretches that are in both lists, which are in order and without overlap.
func shared(a, b []stretch) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i].start < b[j].start || a[i].start == b[j].start && a[i].end < b[j].end:
			i++
		default:
			j++
		}
	}
	return n
}

// contentRelations are the relations of content words.
var contentRelations = setOf(strings.Fields(`nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos
	nummod acl amod conj fixed flat compound list parataxis orphan goeswith reparandum root dep`))

// contentWords counts them.
func contentWords(words []treeWord) int {
	n := 0
	for i := range words {
		if contentRelations[base(words[i].rel)] {
			n++
		}
	}
	return n
}

// setOf is a set of strings.
func setOf(list []string) map[string]bool {
	s := make(map[string]bool, len(list))
	for _, x := range list {
		s[x] = true
	}
	return s
}
