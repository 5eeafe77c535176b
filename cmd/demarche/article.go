package main

import (
	"strings"

	"example.org/demarche/record"
)

// article draws the text with sources, cues, actors and events marked; after the words of an event stands its id.
func (d *dossier) article() {
	marks := make([]mark, len(d.text))
	label := map[int]string{}
	paint := func(m mark, spans ...record.Span) {
		for _, s := range spans {
			for i := max(s.Start, 0); i < min(s.End, len(d.text)); i++ {
				marks[i] = max(marks[i], m)
			}
		}
	}
	for _, a := range d.r.Attributions {
		if a.Source != nil {
			paint(sourceMark, a.Source.Span)
		}
		if a.Cue != nil {
			paint(cueMark, a.Cue.Span)
		}
	}
	for _, e := range d.r.Events {
		paint(actorMark, e.ActorMentions...)
		paint(actorMark, e.RecipientMentions...)
		paint(eventMark, trigger(&e))
		label[trigger(&e).End] += string(e.ID)
	}
	for _, p := range strings.Split(d.drawn(marks, label), "\n") {
		if strings.TrimSpace(p) != "" {
			d.print(d.wrap(p, "  ", "  "))
			d.print("")
		}
	}
	d.print(d.legend())
}

// drawn is the text with each stretch of one mark drawn, word by word so that lines can be broken.
func (d *dossier) drawn(marks []mark, label map[int]string) string {
	var b strings.Builder
	for i := 0; i < len(d.text); {
		j := i + 1
		for j < len(d.text) && marks[j] == marks[i] && label[j] == "" {
			j++
		}
		b.WriteString(d.stretch(marks[i], string(d.text[i:j])))
		if l := label[j]; l != "" {
			b.WriteString(d.faint(superscript(l)))
		}
		i = j
	}
	return b.String()
}

// stretch draws one stretch; in colour word by word, since a colour does not go on over a line's end.
func (d *dossier) stretch(m mark, text string) string {
	if m == plain || !d.colour {
		return d.draw(m, text)
	}
	words := strings.SplitAfter(text, " ")
	for i, w := range words {
		if t := strings.TrimSpace(w); t != "" {
			words[i] = strings.Replace(w, t, d.draw(m, t), 1)
		}
	}
	return strings.Join(words, "")
}

// legend tells how the marks are drawn.
func (d *dossier) legend() string {
	marks := []string{
		d.faint("marked:"), d.draw(sourceMark, "source"), d.draw(cueMark, "cue"), d.draw(actorMark, "actor,"), d.draw(actorMark, "recipient"),
		d.draw(eventMark, "event") + d.faint(superscript("e1")),
	}
	return d.wrap(strings.Join(marks, " "), "  ", "  ") + "\n"
}

// superscript is an event's id in small figures.
func superscript(id string) string { return smallFigures.Replace(id) }

var smallFigures = strings.NewReplacer("e", "ᵉ", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
