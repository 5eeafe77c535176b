package syntax

import "slices"

// reattachHeadline: in the headline "Two rebels killed in raid" they are who was killed. Verbs that cannot do without an object, have none, and whose
// subject stands without an article, are passive.
func (t *Tree) reattachHeadline(w int) bool {
	if t.UPOS[w] != "VERB" || t.XPOS[w] != "VBD" || !slices.Contains(harming, t.Lemmas[w]) {
		return false
	}
	s := t.Dependent(w, "nsubj:")
	if s < 0 || s > w || t.UPOS[s] == "PRON" || t.Dependent(s, "det", "nmod:poss") >= 0 || t.Dependent(w, "obj", "iobj", "xcomp", "ccomp", "aux", "mark") >= 0 {
		return false
	}
	for d := range t.Dependents(w) {
		if t.Is(d, "conj") && t.Dependent(d, "obj") >= 0 || t.Is(d, "parataxis") {
			return false // "arrested and beat them"
		}
	}
	if v := t.FirstConjunct(w); t.Head(v) >= 0 && !t.Is(v, "parataxis") {
		return false
	}
	t.Rels[s], t.XPOS[w] = "nsubj:pass", "VBN"
	return true
}

// harming are verbs that newspapers do not use without an object.
var harming = []string{
	"kill", "wound", "injure", "hurt", "murder", "assassinate", "execute", "behead", "arrest", "detain", "jail", "imprison", "kidnap", "abduct", "sack", "dismiss",
	"oust", "depose", "expel", "deport", "evict", "convict", "sentence", "acquit", "indict", "free", "rescue", "evacuate", "hospitalize", "hospitalise", "stab",
}

// reattachCase: in "talks with Foreign Secretary Ann Ray" the preposition belongs to the name, not to the title that describes it.
func (t *Tree) reattachCase(w int) bool {
	h := t.Head(w)
	if h < 0 || w > h || !t.Is(w, "case") || !t.Is(h, "nmod:desc") || t.Head(h) <= h || t.Dependent(t.Head(h), "case") >= 0 {
		return false
	}
	t.Heads[w] = t.Heads[h]
	return true
}

// reattachReceiver: in "is selling Iran advanced missiles" it is Iran that gets them. A name right after a verb of giving is no part of the object if an
// adjective stands between.
func (t *Tree) reattachReceiver(w int) bool {
	h, v := t.Head(w), w-1
	if h < 0 || v < 0 || t.UPOS[w] != "PROPN" || !t.Is(w, "compound") || !t.Is(h, "obj") || t.Head(h) != v || !slices.Contains(giving, t.Lemmas[v]) {
		return false
	}
	for d := range t.Dependents(h) {
		if d > w && d < h && t.Is(d, "amod") && t.Dependent(v, "iobj") < 0 {
			t.Heads[w], t.Rels[w] = int32(v), "iobj"
			return true
		}
	}
	return false
}

// giving are verbs that have who gets something before what he gets.
var giving = []string{"give", "sell", "send", "offer", "supply", "lend", "grant", "hand", "promise", "pay", "deny", "award"}
