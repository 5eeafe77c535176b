package main

import (
	"fmt"
	"strings"

	"example.org/demarche/record"
)

// because prints why an event was coded as it was.
func (d *dossier) because(e *record.Event) {
	var words []string
	for _, s := range e.Evidence {
		words = append(words, "“"+d.words(s)+"”")
	}
	d.print(d.wrap(d.faint("words: "+strings.Join(words, " ")+"; rule: "+e.Rule), "        ", "        "))
	d.print(d.wrap(d.faint(fmt.Sprintf("status: %s, %s; confidence: %.2f", e.Status, e.Because, float64(e.Confidence))), "        ", "        "))
}

// states prints what holds.
func (d *dossier) states() {
	if len(d.r.States) == 0 {
		return
	}
	d.print(d.rule(fmt.Sprintf("What holds (%d)", len(d.r.States))))
	verbs := map[record.StateKind]string{
		record.StateControl: "control", record.StateRecognition: "recognise", record.StateOffice: "hold office in", record.StateMembership: "belong to",
	}
	for _, s := range d.r.States {
		line := d.who([]record.ID{s.Subject}) + " — " + verbs[s.Kind] + " "
		if s.Object != "" {
			line += d.who([]record.ID{s.Object})
		} else if p := d.places[s.Place]; p != nil {
			line += squeeze(p.Name) + coordinates(p)
		}
		line += " · " + string(s.Status)
		if s.Since != "" {
			line += " · since " + string(s.Since)
		}
		if s.AsOf != "" {
			line += " · as of " + string(s.AsOf)
		}
		d.print(d.wrap(line, fmt.Sprintf("  %-4s", s.ID), "      "))
		if d.explain {
			d.print(d.faint("        rule: " + s.Rule))
		}
	}
	d.print("")
}

// statements prints who said what.
func (d *dossier) statements() {
	d.print(d.rule(fmt.Sprintf("According to whom (%d)", len(d.r.Attributions))))
	for i := range d.r.Attributions {
		a := &d.r.Attributions[i]
		d.print(d.wrap(d.statement(a), fmt.Sprintf("  %-4s", a.ID), "      "))
		if d.explain {
			d.print(d.faint("        rule: " + a.Rule))
		}
	}
	d.print("")
}

// statement is one attribution on one line.
func (d *dossier) statement(a *record.Attribution) string {
	parts := []string{d.draw(sourceMark, d.speaker(a))}
	if a.Source != nil {
		if e := d.entities[a.Source.Entity]; e != nil {
			parts[0] += codeOf(e)
		}
	}
	if a.Cue != nil {
		parts = append(parts, d.draw(cueMark, squeeze(a.Cue.Text)))
	}
	if a.Addressee != nil {
		parts = append(parts, "to "+squeeze(a.Addressee.Text))
	}
	var said []string
	for _, c := range a.Content {
		said = append(said, d.words(c))
	}
	line := strings.Join(parts, " ") + ": " + shorten(strings.Join(said, " … "), 160)
	tail := []string{string(a.Stance), string(a.Quote)}
	if a.Within != "" {
		tail = append(tail, "within "+string(a.Within))
	}
	return line + d.faint(" ("+strings.Join(tail, ", ")+")")
}

// shorten cuts text after n characters at a space.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// passedOver prints the notes: what was not coded, and why.
func (d *dossier) passedOver() {
	d.print(d.rule(fmt.Sprintf("Passed over (%d)", len(d.r.Notes))))
	for _, n := range d.r.Notes {
		d.print(d.wrap(fmt.Sprintf("“%s” at %d: %s", d.words(n.Span), n.Start, n.Text)+d.faint(" ["+string(n.Rule)+"]"), "  ", "    "))
	}
	d.print("")
}
