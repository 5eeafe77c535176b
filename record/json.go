package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// Marshal is the record as one line of JSON without its line feed; "<", ">" and "&" stand as they are.
// It fails only where a number is not finite.
func Marshal(r Record) ([]byte, error) { return encode(r) }

// Write writes the record as one line of JSON, with its line feed, in one call of w.Write: lines of several goroutines do
// not mix where w itself is safe for them, and none is left half written by a program that stops between calls.
func Write(w io.Writer, r Record) error {
	b, err := encode(r)
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// Read yields the records of a stream, one after the other, in one line each or in many. An error ends it: JSON that is
// broken, or a record of another version of the form. Fields that this version does not know are passed over.
func Read(r io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		d := json.NewDecoder(r)
		for n := 1; ; n++ {
			rec, err := next(d)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Record{}, fmt.Errorf("record %d: %w", n, err))
				return
			}
			if !yield(rec, nil) {
				return
			}
		}
	}
}

// next reads one record, or says io.EOF.
func next(d *json.Decoder) (Record, error) {
	var r Record
	if err := d.Decode(&r); err != nil {
		return r, err
	}
	if r.Schema != Current {
		return r, fmt.Errorf("its schema is %q, this program reads %q", r.Schema, Current)
	}
	return r, nil
}

// encode is v in JSON without HTML escapes and without a line feed.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
