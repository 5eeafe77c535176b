package score

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ReadEntities reads the entity layer of a file in CoNLL-U as GUM has it (https://wiki.gucorpling.org/gum/annotation): in MISC,
// "Entity=(7-person-new-…" opens a mention of group 7, "Entity=7)" closes it. Mentions lie in one another. One has a proper name
// if its head is a proper noun, or if it is linked to an article of Wikipedia and no pronoun, since GUM links a name's pronouns
// too. It is an error if there are no entities.
func ReadEntities(r io.Reader) (*Layer, error) {
	l, err := readLayer(r, 10, func(d *layerDocument, b block, words []placed) error {
		return d.entities(fieldsOf(b.layout), words)
	})
	if err == nil && !slices.ContainsFunc(l.documents, func(d *layerDocument) bool { return len(d.mentions) > 0 }) {
		err = errors.New("there is no Entity= in MISC: give names in IOB2, or a file of GUM with its entity layer")
	}
	return l, err
}

// An entityLayout says which of the fields of an entity are which.
type entityLayout struct{ all, kind, identity int }

// gumLayout is the order of GUM 11.
const gumLayout = "GRP-etype-infstat-salience-centering-minspan-link-identity"

// fieldsOf reads "# global.Entity", GUM's where there is none.
func fieldsOf(layout string) entityLayout {
	if layout == "" {
		layout = gumLayout
	}
	names := strings.Split(strings.TrimSpace(layout), "-")
	return entityLayout{len(names), slices.Index(names, "etype"), slices.Index(names, "identity")}
}

// bracket matches what opens a mention, closes one, or both: "(7-person-new", "7)", "(7-person-new)".
var bracket = regexp.MustCompile(`(\(?)([^()]+)(\)?)`)

// An openMention is one that has begun at a word.
type openMention struct {
	group  string
	fields []string
	first  int // word
}

// entities adds the mentions of a sentence to the document.
func (d *layerDocument) entities(layout entityLayout, words []placed) error {
	var open []openMention
	for i, w := range words {
		for _, m := range bracket.FindAllStringSubmatch(inMisc(w.col[9], "Entity="), -1) {
			begins, ends := m[1] != "", m[3] != ""
			fields := strings.SplitN(m[2], "-", layout.all)
			if begins {
				open = append(open, openMention{fields[0], fields, i})
			}
			if !ends {
				continue
			}
			k := lastOf(open, fields[0])
			if k < 0 {
				return fmt.Errorf("line %d: the entity %q ends, but did not begin", w.line, fields[0])
			}
			d.mentions = append(d.mentions, open[k].mention(layout, words[open[k].first:i+1]))
			open = slices.Delete(open, k, k+1)
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("line %d: the entity %q does not end in its sentence", words[open[0].first].line, open[0].group)
	}
	return nil
}

// lastOf is the place of the mention of a group that began last, -1 if none is open.
func lastOf(open []openMention, group string) int {
	for k := len(open) - 1; k >= 0; k-- {
		if open[k].group == group {
			return k
		}
	}
	return -1
}

// mention is the mention of the words that it holds.
func (o openMention) mention(layout entityLayout, words []placed) mention {
	field := func(i int) string {
		if i < 0 || i >= len(o.fields) {
			return ""
		}
		return o.fields[i]
	}
	head := headOf(words).col[3]
	return mention{
		stretch: stretch{words[0].start, words[len(words)-1].end}, kind: field(layout.kind),
		named: head == "PROPN" || head != "PRON" && field(layout.identity) != "",
	}
}

// headOf is the first of some words whose head lies outside of them.
func headOf(words []placed) placed {
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	first, last := number(words[0].col[0]), number(words[len(words)-1].col[0])
	for _, w := range words {
		if h := number(w.col[6]); h < first || h > last {
			return w
		}
	}
	return words[0]
}
