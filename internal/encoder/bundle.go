package encoder

import "fmt"

// bundle is the kind of a file that holds others.
const bundle = "bundle"

// Parts are the model files of one network: the encoder and its heads, each as data/models/README.md describes it; "" for
// what there is not.
type Parts struct{ Encoder, Tagger, Parser, Names, Mentions, Statements, Roles, Choice string }

// OpenBundle returns the parts of a bundle, in place. A bundle has an encoder and any of the heads. The error is a
// *FormatError.
func OpenBundle(data string) (Parts, error) {
	f, err := OpenFile(data, bundle, nil)
	if err != nil {
		return Parts{}, err
	}
	p := Parts{Encoder: f.take("encoder", "i8", nil)}
	p.Tagger, p.Parser, p.Names = f.optional("tagger"), f.optional("parser"), f.optional("names")
	p.Mentions, p.Statements, p.Roles = f.optional("mentions"), f.optional("statements"), f.optional("roles")
	p.Choice = f.optional("choice")
	return p, f.Close()
}

// optional returns a part of a bundle, "" if it is not there.
func (f *File) optional(name string) string {
	if !f.Has(name) {
		return ""
	}
	return f.take(name, "i8", nil)
}

// A MissingError says that a network lacks a head that is asked for.
type MissingError struct{ Head string }

func (e *MissingError) Error() string {
	return fmt.Sprintf("the model has no head %q; train one and bundle it with the encoder", e.Head)
}
