package encoder

import (
	"errors"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

func TestBundle(t *testing.T) {
	m := modeltest.New("bundle", 1)
	m.Part("parser", modeltest.New("parser", 2))
	m.Part("encoder", tiny())
	p, err := OpenBundle(m.String())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(p.Encoder, kernel.Auto); err != nil {
		t.Error(err)
	}
	if p.Parser == "" || p.Tagger != "" || p.Names != "" {
		t.Errorf("parser of %d bytes, tagger of %d, names of %d", len(p.Parser), len(p.Tagger), len(p.Names))
	}
	if err := Check(m.String()); err != nil {
		t.Error(err)
	}
}

func TestBadBundles(t *testing.T) {
	for _, c := range []struct {
		what  string
		make  func(m *modeltest.Model)
		check bool
		want  string
	}{
		{"no encoder", func(m *modeltest.Model) { m.Part("tagger", tiny()) }, false, "tensor encoder: is missing"},
		{"an unknown part", func(m *modeltest.Model) { m.Part("encoder", tiny()); m.Part("cues", tiny()) }, false, "tensor cues: has no place"},
		{"characters", func(m *modeltest.Model) { m.Text("encoder", tiny().String()) }, false, "tensor encoder: is utf8"},
		{"a bad part", func(m *modeltest.Model) {
			bad := tiny()
			bad.Data("layer.0.up.offset")[0]++
			m.Part("encoder", bad)
		}, true, "part encoder: model file: tensor layer.0.up.weight: row 0: the offset"},
		{"a bundle within", func(m *modeltest.Model) { m.Part("encoder", modeltest.New("bundle", 2)) }, true, "part encoder: model file: header: a bundle within a bundle"},
	} {
		m := modeltest.New("bundle", 1)
		c.make(m)
		_, err := OpenBundle(m.String())
		if c.check && err == nil {
			err = Check(m.String())
		}
		var format *FormatError
		if !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
	}
	if _, err := OpenBundle(tiny().String()); err == nil || !strings.Contains(err.Error(), `kind is "encoder", want "bundle"`) {
		t.Error(err)
	}
}
