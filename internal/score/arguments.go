package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// An Argued is a sentence in which somebody marked predicates and what fills their arguments.
type Argued struct {
	Line       int // of the file, from 1
	Words      []string
	Predicates []int // words, in the file's order, less those that are not compared

	kinds     []string    // of the predicates: v, n, j or o
	arguments []Arguments // of the predicates: words by PropBank's names of their roles
}

// ReadArguments reads sentences with their semantic roles, one JSON object a line:
//
//	{"tokens": ["Rebels", "fled"], "predicates": [{"token": 1, "sense": "flee.01", "pos": "v", "args": [{"role": "ARG0", "head": 0}]}]}
//
// That is the form of PropBank's annotation of EWT as it is kept beside this repository; other keys are passed over. Left out are predicates without arguments of
// their own: the auxiliaries be.03, have.01 and do.01, and light verbs, whose sense ends in ".LV".
func ReadArguments(r io.Reader) ([]Argued, error) {
	var all []Argued
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n, predicates := 0, 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		s, err := readArgued(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		s.Line = n
		predicates += len(s.Predicates)
		all = append(all, s)
	}
	err := lines.Err()
	switch {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d: longer than %d MB: is it JSON, one object a line?", n+1, maxLine>>20)
	case err != nil:
		return nil, err
	case predicates == 0:
		return nil, errors.New("there is no predicate in it; is it the right file?")
	}
	return all, nil
}

// arguedJSON is a line of a file of roles.
type arguedJSON struct {
	Tokens     []string `json:"tokens"`
	Predicates []struct {
		Token int    `json:"token"`
		Sense string `json:"sense"`
		Pos   string `json:"pos"`
		Args  []struct {
			Role string `json:"role"`
			Head int    `json:"head"`
		} `json:"args"`
	} `json:"predicates"`
}

// readArgued reads one line.
func readArgued(line []byte) (Argued, error) {
	var j arguedJSON
	if err := json.Unmarshal(line, &j); err != nil {
		return Argued{}, fmt.Errorf("not JSON of a sentence with tokens and predicates: %w", err)
	}
	s := Argued{Words: j.Tokens}
	for i, w := range j.Tokens {
		if w == "" || !utf8.ValidString(w) {
			return s, fmt.Errorf("token %d is empty or not UTF-8", i)
		}
	}
	for _, p := range j.Predicates {
		arguments := Arguments{}
		if p.Token < 0 || p.Token >= len(j.Tokens) {
			return s, fmt.Errorf("predicate %q: there is no token %d", p.Sense, p.Token)
		}
		for _, a := range p.Args {
			if a.Head < 0 || a.Head >= len(j.Tokens) {
				return s, fmt.Errorf("predicate %q: %s: there is no token %d", p.Sense, a.Role, a.Head)
			}
			arguments[a.Role] = a.Head
		}
		if !isBare(p.Sense) {
			s.Predicates, s.kinds, s.arguments = append(s.Predicates, p.Token), append(s.kinds, p.Pos), append(s.arguments, arguments)
		}
	}
	return s, nil
}

// isBare reports whether predicates of a sense have no arguments of their own: auxiliaries and light verbs.
func isBare(sense string) bool {
	switch sense {
	case "be.03", "have.01", "do.01":
		return true
	}
	return strings.HasSuffix(sense, ".LV")
}
