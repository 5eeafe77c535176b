package score

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// IsGMB reports whether a file is of the words of the Groningen Meaning Bank, three columns, rather than JSON lines.
func IsGMB(file string) bool {
	for l := range strings.Lines(file) {
		if strings.TrimSpace(l) != "" {
			return strings.Count(l, "\t") == 2
		}
	}
	return false
}

// ReadGMB reads sentences of the Groningen Meaning Bank as articles without attributions: one word a line with its part of speech and
// entity tag, an empty line after a sentence. Their ids count them from 0; their texts are made of the words as gold/statements/nested.py
// makes them.
func ReadGMB(r io.Reader) ([]Attributed, error) {
	var all []Attributed
	err := eachGMB(r, func(words []string, line int) {
		text := plain(words)
		all = append(all, Attributed{ID: strconv.Itoa(len(all)), Text: text, Line: line, page: newPage(text)})
	})
	return all, err
}

// ReadSentences reads sentences of the Groningen Meaning Bank with their words joined by single spaces, as gold/passages counts in
// them.
func ReadSentences(r io.Reader) ([]string, error) {
	var all []string
	err := eachGMB(r, func(words []string, _ int) { all = append(all, strings.Join(words, " ")) })
	return all, err
}

// eachGMB hands on the words of each sentence of the bank, with the number of its first line. The words are to be copied.
func eachGMB(r io.Reader, take func(words []string, line int)) error {
	var words []string
	first, n := 1, 0 // the sentence's first line, the line
	end := func() {
		if len(words) > 0 {
			take(words, first)
		}
		words, first = words[:0], n+1
	}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		n++
		if lines.Text() == "" {
			end()
			continue
		}
		word, _, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			return fmt.Errorf("line %d: one column: it ought to have 3, parted by tabs", n)
		}
		words = append(words, word)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("line %d: %w", n+1, err)
	}
	end()
	return nil
}

// closeBefore and closeAfter are the words with no space before them, and with none behind them.
var (
	closeBefore = strings.Fields(", . ; : ? ! n't % ) ] 's 're 've 'll 'm 'd 'S")
	closeAfter  = strings.Fields("( [ $")
)

// plain is the text of words. A lone apostrophe is close to a word that ends in s, as a genitive; of straight quotation marks the first,
// third … of a sentence opens.
func plain(words []string) string {
	var b strings.Builder
	glued, opened, last := true, false, ""
	for _, w := range words {
		before, after := slices.Contains(closeBefore, w), slices.Contains(closeAfter, w)
		switch w {
		case `"`:
			before, after, opened = opened, !opened, !opened
		case "'":
			before = strings.HasSuffix(last, "s")
		}
		if !glued && !before {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		glued, last = after, w
	}
	return b.String()
}
