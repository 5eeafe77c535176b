package coder_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/record"
)

// TestContextExamples runs the examples of data/status/contexts.txt: a text of which an event is in the block's context, or, after "-",
// of which none is.
func TestContextExamples(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	err = lexicon.EachBlock(os.DirFS("../../data/status"), "contexts.txt", func(b lexicon.Block) error {
		blocks++
		examples := 0
		for _, l := range b.Lines {
			if l.Key == "+" || l.Key == "-" {
				examples++
				checkContext(t, c, b.Lines[0].Value, l)
			}
		}
		if examples == 0 {
			t.Errorf("contexts.txt:%d: no example; every block needs one", b.Line)
		}
		return nil
	})
	if err != nil || blocks != 37 {
		t.Fatalf("%d of PLOVER's 37 contexts, %v", blocks, err)
	}
}

func checkContext(t *testing.T, c *demarche.Coder, name string, l lexicon.Line) {
	t.Helper()
	r, err := c.Code(context.Background(), demarche.Article{Text: l.Value, Published: "2011-07-19"})
	if err != nil {
		t.Fatal(err)
	}
	found := slices.ContainsFunc(r.Events, func(e record.Event) bool { return slices.Contains(e.Contexts, record.Context(name)) })
	if len(r.Events) == 0 || found != (l.Key == "+") {
		t.Errorf("contexts.txt:%d: %s\nin %s: %v\n%s", l.Number, l.Value, name, found, draw(&r))
	}
}

// TestContextsOfParagraphs: words of the paragraph count, those of the next one do not.
func TestContextsOfParagraphs(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const event, topic = "The president criticised the minister.", "Cholera spread, hospitals were full, doctors ran out of vaccine and patients lay in the clinic's yard."
	for _, x := range []struct {
		text string
		want bool
	}{{topic + " " + event, true}, {event + " " + topic, true}, {topic + "\n\n" + event, false}} {
		r, err := c.Code(context.Background(), demarche.Article{Text: x.text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Events) != 1 || slices.Contains(r.Events[0].Contexts, "health") != x.want {
			t.Errorf("%q: health is to be %v\n%s", x.text, x.want, draw(&r))
		}
	}
}
