package lexicon

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// Classes are named lists of lemmas, for conditions. A name begins with a capital.
type Classes struct {
	words  map[string]wordSet
	takers map[string][]string // by class: the classes that took in its words
	forms  inflections
}

// A wordSet holds the forms of words, in lower case; "peace_deal" and "peace_deals" for two words in a row.
type wordSet map[string]bool

// put adds all forms of a word, as noun and as verb, so that a wrong lemma does no harm; of "arms_" that form alone.
func (s wordSet) put(forms inflections, w string) {
	if exact, ok := strings.CutSuffix(w, "_"); ok {
		s[exact] = true
		return
	}
	before, last, several := cutLast(w)
	for _, p := range []POS{Noun, Verb} {
		for _, f := range forms.of(p, last) {
			if several {
				f = before + "_" + f
			}
			s[f] = true
		}
	}
}

// holds reports whether word i of a tree, alone or with a word before it, is in the set.
func (s wordSet) holds(t *syntax.Tree, i int) bool {
	last := t.Lower(i)
	if s[last] || s[t.Lemmas[i]] {
		return true
	}
	for d := range t.Dependents(i) {
		if d < i && t.Is(d, "compound", "amod", "nmod:poss", "advmod") && s[t.Lower(d)+"_"+last] {
			return true
		}
	}
	return false
}

// Has reports whether there is such a class.
func (c *Classes) Has(name string) bool {
	_, ok := c.words[name]
	return ok || slices.Contains(builtin, name)
}

// add puts the words of a block "class NAME", "words …" into the class; a word that begins with a capital is a class whose words are all taken.
func (c *Classes) add(b Block) error {
	set, name := wordSet{}, ""
	for _, l := range b.Lines {
		switch l.Key {
		case "class":
			if !isClass(l.Value) || c.Has(l.Value) {
				return at(b.File, l.Number, "a class has a name of its own, one word with a capital: \"class Money\"")
			}
			name = l.Value
			c.words[name] = set
		case "words":
			if err := c.putAll(name, set, l); err != "" {
				return at(b.File, l.Number, err)
			}
		default:
			return at(b.File, l.Number, "the lines of a class are \"class NAME\" and \"words …\"")
		}
	}
	if b.Lines[0].Key != "class" {
		return at(b.File, b.Line, "a class begins with \"class NAME\"")
	}
	return nil
}

// extend adds the words of a block to the class of its name, and to those that took it in; a class that is not there yet is made.
func (c *Classes) extend(b Block) error {
	first := b.Lines[0]
	if first.Key != "class" || c.words[first.Value] == nil {
		return c.add(b)
	}
	for _, l := range b.Lines[1:] {
		if l.Key != "words" {
			return at(b.File, l.Number, "the lines of a class are \"class NAME\" and \"words …\"")
		}
		for _, name := range append(c.takersOf(first.Value), first.Value) {
			if err := c.putAll(name, c.words[name], l); err != "" {
				return at(b.File, l.Number, err)
			}
		}
	}
	return nil
}

// takersOf returns the classes that took in a class, straight or through others.
func (c *Classes) takersOf(name string) []string {
	all := slices.Clone(c.takers[name])
	for i := 0; i < len(all); i++ {
		for _, further := range c.takers[all[i]] {
			if !slices.Contains(all, further) {
				all = append(all, further)
			}
		}
	}
	return all
}

// putAll adds the words of a line to a class; it returns what is wrong.
func (c *Classes) putAll(name string, set wordSet, l Line) string {
	for _, w := range strings.Fields(l.Value) {
		if err := c.put(name, set, w); err != "" {
			return err
		}
	}
	return ""
}

// put adds a word, or all words of another class, to a class; it returns what is wrong.
func (c *Classes) put(name string, set wordSet, w string) string {
	if !isClass(w) {
		set.put(c.forms, w)
		return ""
	}
	from, ok := c.words[w]
	if !ok {
		return "there is no class " + w + " above; a class that others take in stands before them"
	}
	c.takers[w] = append(c.takers[w], name)
	for x := range from {
		set[x] = true
	}
	return ""
}

// isClass reports whether a word of a condition names a class.
func isClass(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// holds reports whether word i of a tree is in a class of words.
func (c *Classes) holds(t *syntax.Tree, i int, class string) bool { return c.words[class].holds(t, i) }

// cutLast parts "peace_deal" into "peace" and "deal".
func cutLast(s string) (before, last string, several bool) {
	if i := strings.LastIndexByte(s, '_'); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return "", s, false
}

// Holds reports whether word i of a tree belongs to a class of classes.txt.
func (c *Classes) Holds(t *syntax.Tree, i int, class string) bool { return c.holds(t, i, class) }

// With returns the names of the classes of classes.txt that hold a word, in order.
func (c *Classes) With(word string) []string {
	var names []string
	for name, set := range c.words {
		if set[word] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
