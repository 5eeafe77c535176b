package score

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"example.org/demarche/record"
)

// Write prints the report as tables.
func (r PassageReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "passages %d, events in gold %d, of these no plain fact %d\n\n", r.Passages, r.Type.Gold, r.NoFact)
	heading(&b, "events")
	for _, t := range typesSeen(r.ByType) {
		row(&b, cmp.Or(string(t), "(no type)"), r.ByType[t])
	}
	row(&b, "type", r.Type)
	row(&b, "+ actor", r.Actor)
	row(&b, "+ recipient", r.Recipient)
	fmt.Fprintf(&b, "%-26s %45.2f\n\n", "mean of the types in gold", macroF1(r.ByType))
	row(&b, "pairs by same_as", r.SameAs)
	row(&b, "counts", r.Counts)
	fmt.Fprintf(&b, "\n%-26s %6s         %7s\n", "of those of the right type", "right", "%")
	for _, s := range []struct {
		name string
		Share
	}{
		{"mode", r.Mode}, {"CAMEO root", r.Root}, {"CAMEO code", r.CAMEO}, {"status", r.Status}, {"status, no plain fact", r.Unreal},
		{"source", r.Source},
	} {
		row(&b, s.name, s.Share)
	}
	fmt.Fprintf(&b, "\n%-26s %6s         %7s\n", "of the sides found", "coded", "%")
	row(&b, "country", r.Country)
	row(&b, "sector", r.Sector)
	fmt.Fprintf(&b, "\n%-26s %6s         %7s\n", "printed as fact", "wrong", "%")
	row(&b, "occurred or ongoing", r.False)
	fmt.Fprintf(&b, "of these in gold no such event %d, occurred for ongoing or the reverse %d\n\n", r.Unmatched, r.Aspect)
	r.Trust.write(&b, "right")
	writeFaults(&b, r.Faults)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeFaults prints faults, each in two lines or three.
func writeFaults(w io.Writer, faults []Fault) {
	for _, f := range faults {
		fmt.Fprintf(w, "\n%s %s: %s\n", f.Passage, f.What, f.Sentence)
		if f.Gold != "" {
			fmt.Fprintf(w, "  gold:  %s\n", f.Gold)
		}
		if f.Found != "" {
			fmt.Fprintf(w, "  found: %s\n", f.Found)
		}
	}
}

// fault tells of an event of gold, a found one, or both.
func (s *passageScene) fault(what string, g *goldEvent, f *happening) Fault {
	out := Fault{Passage: s.id, What: what}
	at := 0
	if f != nil {
		out.Found = s.line(f.Type, f.Mode, f.CAMEO, f.Status, f.triggers, f.actors, f.recipients, s.source(*f)) + " | " + f.Rule
		at = f.Position()
	}
	if g != nil {
		out.Gold = s.line(g.kind, g.mode, g.cameo, g.status, g.triggers, g.actors, g.recipients, some(g.source))
		at = g.triggers[0].Start
	}
	if i := s.sentence(at); i >= 0 {
		out.Sentence = s.cut(s.record.Sentences[i])
	}
	return out
}

// line is an event in a line: codes, triggers, actors, recipients, status, source.
func (s *passageScene) line(
	t record.EventType, m record.Mode, cameo string, status record.Status, triggers, actors, recipients, source []record.Span,
) string {
	code := strings.Join([]string{cmp.Or(string(t), "-"), cmp.Or(string(m), "-"), cameo}, " ")
	return strings.Join([]string{code, s.cuts(triggers), s.cuts(actors), s.cuts(recipients), string(status), s.cuts(source)}, " | ")
}

// cuts are the words of spans, "-" for none.
func (s *passageScene) cuts(spans []record.Span) string {
	var words []string
	for _, x := range spans {
		words = append(words, s.cut(x))
	}
	return cmp.Or(strings.Join(words, ", "), "-")
}

// cut is the words of a span in one line.
func (s *passageScene) cut(x record.Span) string { return cutLine(s.page.text, x) }

// cutLine is the words of a span in one line.
func cutLine(text []rune, x record.Span) string {
	return strings.Join(strings.Fields(string(text[x.Start:x.End])), " ")
}
