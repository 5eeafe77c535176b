package web_test

import (
	"bytes"
	"errors"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/web"
)

// most is how large a file may be beside the text that it shows, in bytes.
const most = 400_000

// TestSizeOfAFile: with all that is found in it a sample stays small enough to mail.
func TestSizeOfAFile(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	samples, err := demarche.Samples()
	if err != nil {
		t.Fatal(err)
	}
	b := &web.Backend{
		Entry: func(rule string) (web.Entry, bool) { r, ok := c.Rule(rule); return web.Entry(r), ok },
		Term:  c.Term, Data: string(c.Maker().Data),
	}
	for _, a := range samples {
		r, err := c.Code(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		d, err := web.NewDossier(b, &r)
		if err != nil {
			t.Fatal(err)
		}
		var trees, page bytes.Buffer
		if err := c.WriteCoNLLU(t.Context(), &trees, a); err != nil {
			t.Fatal(err)
		}
		if err := d.SetTrees(trees.Bytes()); err != nil {
			t.Fatal(err)
		}
		if err := web.WriteFile(&page, &d); errors.Is(err, web.ErrNoPages) {
			t.Skip("NOT CHECKED: the size of files with pages in them; needs make pages, and Node for that")
		} else if err != nil {
			t.Fatal(err)
		}
		if n := page.Len() - len(a.Text); n > most {
			t.Errorf("%s: %d bytes beside the text, at most %d", a.SourceID, n, most)
		}
	}
}
