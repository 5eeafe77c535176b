package ontology

import (
	"slices"
	"strconv"
	"strings"
)

// Term says in a few words, without a full stop, what a code of a record means: a type ("COERCE"), a mode behind its type
// ("COERCE/seize"), a CAMEO code ("192"), a context, a status, a sector or a quad class ("4"). It reports false for what is none.
func (o *Ontology) Term(code string) (string, bool) {
	if c, ok := o.Code(code); ok {
		return c.Label, true
	}
	if q, err := strconv.Atoi(code); err == nil && q > 0 && q < len(quadNames) && len(code) == 1 {
		return quadNames[q], true
	}
	if typ, mode, ok := strings.Cut(code, "/"); ok {
		if m := o.mode(typ, mode); m != nil {
			return firstSentence(m.Definition), true
		}
	}
	if t, ok := o.Type(code); ok {
		return firstSentence(t.Definition), true
	}
	if i := slices.IndexFunc(o.sectors, func(s Sector) bool { return s.Code == code }); i >= 0 {
		return o.sectors[i].Gloss, true
	}
	for _, list := range [][]Named{o.contexts, o.statuses} {
		if i := slices.IndexFunc(list, func(n Named) bool { return n.Name == code }); i >= 0 {
			return firstSentence(list[i].Definition), true
		}
	}
	return "", false
}

// firstSentence is a definition's first sentence without its full stop: the others tell where its bounds are.
func firstSentence(definition string) string {
	s, _, _ := strings.Cut(definition, ". ")
	return strings.TrimSuffix(s, ".")
}
