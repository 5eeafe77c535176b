package lexicon

import (
	"slices"

	"example.org/demarche/internal/syntax"
)

// A light verb says little itself; the deed is the noun beside it: "held talks", "came under attack", "fighting broke out".
type light struct {
	heads        []Head
	stands       []Slot // where the noun of deed stands
	actor, recip []Slot // slots of the verb that hold the noun's subject and object
	nouns        []test
}

// addLight reads a block "light hold have", "stands object", "actor subject", "recipient …", "if head is …".
func (l *Lexicon) addLight(b Block) error {
	v := &light{}
	f := &Frame{File: b.File, Line: b.Line}
	for _, line := range b.Lines {
		var err error
		switch line.Key {
		case "light":
			err = f.addHeads(Verb, line)
		case "stands":
			err = addSlots(f, &v.stands, line)
		case "actor":
			err = addSlots(f, &v.actor, line)
		case "recipient":
			err = addSlots(f, &v.recip, line)
		case "if", "unless":
			err = l.addCondition(f, line)
		default:
			err = at(b.File, line.Number, "the lines of a light verb are light, stands, actor, recipient, if and unless")
		}
		if err != nil {
			return err
		}
	}
	if len(f.Heads) == 0 || len(v.stands) == 0 {
		return at(b.File, b.Line, `a light verb has a line "light …" and a line "stands …"`)
	}
	v.heads, v.nouns = f.Heads, f.when
	for _, h := range v.heads {
		for _, form := range l.forms.of(Verb, h.Word) {
			if !slices.Contains(l.lightBy[form], v) {
				l.lightBy[form] = append(l.lightBy[form], v)
			}
		}
	}
	return nil
}

// standsIn returns the slot of verb v that noun n stands in, deep: "talks were held" has talks as object. "" for none.
func standsIn(t *syntax.Tree, n, v int) Slot {
	switch {
	case t.Is(n, "obj"), t.Is(n, "xcomp") && t.UPOS[n] == "NOUN" && t.Dependent(n, "case") < 0 && t.Dependent(v, "obj") < 0:
		return Object
	case t.Is(n, "nsubj:pass"):
		return Object
	case t.Is(n, "nsubj"):
		if passive(t, v) {
			return Object
		}
		return Subject
	case t.Is(n, "obl", "nmod") && t.Rels[n] != "obl:agent":
		return Slot(caseOf(t, n))
	case t.Is(n, "advcl", "xcomp") && t.Dependent(n, "case", "mark") >= 0:
		return Slot(caseOf(t, n))
	}
	return ""
}

// IsLight reports whether a form is one of a light verb.
func (l *Lexicon) IsLight(form string) bool { return len(l.lightBy[form]) > 0 }
