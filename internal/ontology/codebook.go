package ontology

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteCodebook prints the whole ontology as Markdown: types with their modes, contexts, sectors, statuses, speech acts and CAMEO's tree.
func (o *Ontology) WriteCodebook(w io.Writer) error {
	b := &codebook{Ontology: o}
	b.line("%s", codebookHead)
	b.overview()
	for _, t := range o.types {
		b.typ(t)
	}
	b.named("Contexts", "What a deed is about. A deed may have several, of any type; they are read over the paragraph.", "context", o.contexts)
	b.sectorTable()
	b.named("Statuses", statusHead, "status", o.statuses)
	b.speechTable()
	b.tree()
	_, err := w.Write(b.out.Bytes())
	return err
}

const codebookHead = `# Codebook

What demarche calls a deed, and how. Printed by ` + "`demarche codebook`" + ` from data/ontology; definitions and sentences are our own.

A deed has a **type** of [PLOVER](https://github.com/openeventdata/PLOVER) 2.0, some have a **mode** (how; of a threat, with what), any
number of **contexts** (about what), a **status** (whether it happened), and a code of CAMEO. Its **actor** does it, its **recipient** has
it done to him; each has a country and **sectors**. Where both do it to each other, the one named first is the actor and the other the
recipient. CAMEO's family 01, mere statements, has no type.

How to code a sentence:

- A deed needs somebody public who does it or to whom it is done: a state and its organs, an international body, a party, an armed or criminal
  group, a movement, people acting together, a public body, or a person acting for one of these. Deeds between private people, accidents, business, sport
  and culture are none.
- Type and mode come from the sentence, contexts from its paragraph. Rather leave a mode or a context empty than force one.
- Two who do something together are two actors of one deed. A country that is bombed or visited is the recipient; a town is the place.
- Code the deed itself with its status, not what another codebook would make of it: *will visit* is CONSULT, planned. A speech act that has a type
  of its own is a deed besides, and what it promises, demands, threatens or refuses is a second one.
- Plain saying is no deed.

A **quad class** is 1 verbal cooperation, 2 material cooperation, 3 verbal conflict or 4 material conflict. A **score** runs from -10,
conflict, to 10, cooperation, as PLOVER gives it; so does the **Goldstein value**, which CAMEO's codes have. A dash is none.
The **default code** is the CAMEO code of a deed of which no more is known than type and mode.
`

const statusHead = `Whether a deed happened. If several fit, the first of these holds: denied, demanded, threatened, conditional, hypothetical, planned,
historical, ongoing, occurred. [status.md](status.md) goes through the constructions of the language.`

// quadNames are the quad classes in words.
var quadNames = [...]string{"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}

type codebook struct {
	*Ontology
	out bytes.Buffer
}

func (b *codebook) line(format string, args ...any) { fmt.Fprintf(&b.out, format+"\n", args...) }

// row prints a row of a table, dashes for empty cells.
func (b *codebook) row(cells ...string) {
	for i, c := range cells {
		if c == "" {
			cells[i] = "-"
		}
	}
	b.line("| %s |", strings.Join(cells, " | "))
}

// heads prints the first two rows of a table.
func (b *codebook) heads(cells ...string) {
	b.row(cells...)
	b.line("|%s", strings.Repeat("---|", len(cells)))
}

func (b *codebook) overview() {
	b.line("## Types\n")
	b.heads("type", "quad class", "score", "recipient required", "default code", "modes")
	for _, t := range b.types {
		var modes []string
		for _, m := range t.Modes {
			modes = append(modes, m.Name)
		}
		b.row("["+t.Name+"](#"+strings.ToLower(t.Name)+")", strconv.Itoa(t.QuadClass), decimal(&t.Score), t.Recipient, t.CAMEO, strings.Join(modes, ", "))
	}
}

// typ prints the section of a type.
func (b *codebook) typ(t Type) {
	b.line("\n### %s\n\n%s\n", t.Name, t.Definition)
	b.line("Quad class %d, %s. Score %s. Default code %s. Recipient required: %s.\n", t.QuadClass, quadNames[t.QuadClass], decimal(&t.Score), t.CAMEO, t.Recipient)
	b.line("It is:\n")
	for _, s := range t.Belongs {
		b.line("- %s", s)
	}
	b.line("\nIt is not:\n")
	for _, n := range t.Boundaries {
		b.line("- **%s.** %s", n.Neighbour, n.Text)
	}
	if len(t.Examples) > 0 {
		b.line("\nExamples:\n")
	}
	for _, e := range t.Examples {
		b.line("- %s", e.drawn())
	}
	b.modes(t)
	b.codeTable(t)
}

// modes prints the table of a type's modes, with an example each.
func (b *codebook) modes(t Type) {
	if len(t.Modes) == 0 {
		return
	}
	b.line("")
	b.heads("mode", "what", "score", "default code", "example")
	for _, m := range t.Modes {
		var examples []string
		for _, e := range m.Examples {
			examples = append(examples, e.drawn())
		}
		b.row(m.Name, m.Definition, decimal(m.Score), m.CAMEO, strings.Join(examples, " "))
	}
}

// codeTable prints which codes a type has, by mode, and which of them a context chooses.
func (b *codebook) codeTable(t Type) {
	b.line("")
	b.heads("mode", "CAMEO codes", "default code by context")
	for _, m := range append([]Mode{{}}, t.Modes...) {
		var codes, defaults []string
		for _, c := range b.CodesOf(t.Name, m.Name) {
			codes = append(codes, c.Code)
		}
		for _, d := range b.defaults {
			if d.Type == t.Name && d.Mode == m.Name {
				defaults = append(defaults, d.Context+" "+d.CAMEO)
			}
		}
		if m.Name != "" || len(codes) > 0 {
			b.row(m.Name, strings.Join(codes, " "), strings.Join(defaults, ", "))
		}
	}
}

// drawn is an example for reading, its trigger in bold.
func (e Example) drawn() string {
	s := fmt.Sprintf("%s *(%s", strings.Replace(e.Sentence, e.Trigger, "**"+e.Trigger+"**", 1), strings.Join(e.Actors, ", "))
	if len(e.Recipients) > 0 {
		s += " → " + strings.Join(e.Recipients, ", ")
	}
	return s + "; " + e.CAMEO + ")*"
}

func (b *codebook) named(title, head, column string, list []Named) {
	b.line("\n## %s\n\n%s\n", title, head)
	b.heads(column, "what")
	for _, n := range list {
		b.row(n.Name, n.Definition)
	}
}

func (b *codebook) sectorTable() {
	b.line("\n## Sectors\n\nWhat part of society an actor belongs to. `mark` stands second; `international` stands in the place of a country.\n")
	b.heads("sector", "kind", "CAMEO writes", "what")
	for _, s := range b.sectors {
		b.row(s.Code, s.Kind, strings.Join(s.CAMEO, ", "), s.Gloss)
	}
}

// speechTable prints what speech acts about deeds are called.
func (b *codebook) speechTable() {
	b.line("\n## Speech acts\n\nThe code of an appeal, a promise, a demand, a refusal or a threat follows from the deed that it speaks of: the longest code here that the\ndeed's code begins with. `%s` is that a conflict stop or not begin. A dash: the deed makes no difference.\n", EndOfConflict)
	b.heads("deed", "appeal", "intend", "demand", "refuse", "threaten")
	for _, d := range b.deeds {
		b.row(append([]string{d}, b.speech[d]...)...)
	}
}

// tree prints CAMEO's codes by family.
func (b *codebook) tree() {
	b.line("\n## CAMEO\n\n`origin`: *mapping* is PLOVER's own correspondence; *ours* is our row, with what the mapping has instead where it has anything.")
	for _, c := range b.codes {
		if c.Parent == "" {
			b.line("\n### %s %s\n", c.Code, c.Label)
			b.heads("code", "label", "Goldstein", "type", "mode", "contexts", "origin")
			continue
		}
		b.row(c.Code, c.Label, decimal(c.Goldstein), c.Type, c.Mode, strings.Join(c.Contexts, ", "), c.Origin)
	}
}

// decimal prints a number, "" if it is unknown.
func decimal(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
