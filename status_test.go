package demarche_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestStatus codes every sentence of docs/status.md: a deed has the status that its row says, unless the row is marked "fails",
// and a marked row does fail. -update sets the marks, nothing else; -v tells why rows fail.
func TestStatus(t *testing.T) {
	c, _ := open(t)
	file := filepath.Join("docs", "status.md")
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(page), "\n")
	rows := 0
	for i, line := range lines {
		if !strings.HasPrefix(line, "| ") || strings.Count(line, "|") != 5 || strings.HasPrefix(line, "| sentence |") {
			continue
		}
		row, ok := parseStatusRow(line)
		if !ok {
			t.Errorf("%s:%d: no row: a sentence, a word of it (of act, stance …, noted), a status, and fails or nothing", file, i+1)
			continue
		}
		rows++
		r, err := c.Code(t.Context(), demarche.Article{Text: row.sentence, Published: "2024-03-15"})
		if err != nil {
			t.Fatal(err)
		}
		wrong := row.wrong(r)
		report := t.Errorf
		if row.fails || *update {
			report = t.Logf
		}
		if wrong != "" {
			report("%s:%d: %s\n\t%s: %s", file, i+1, row.sentence, row.deed, wrong)
		} else if row.fails && !*update {
			t.Errorf("%s:%d: %s\n\tis read as it ought to be: take away its mark", file, i+1, row.sentence)
		}
		if *update {
			lines[i] = row.marked(wrong != "")
		}
	}
	if rows < 120 {
		t.Errorf("%s has %d rows; its tables are not read", file, rows)
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A statusRow is one row of docs/status.md.
type statusRow struct {
	sentence, deed, status string
	fails                  bool
	word                   string // of the deed; its nth occurrence in the sentence, from 1
	nth                    int
	act, stance            string // "" where the row says nothing
	noted                  bool   // whether a note stands with the deed
}

var (
	statusLine = regexp.MustCompile(`^\| (.+) \| (.+) \| ([a-z]+) \| (fails )?\|$`)
	deedCell   = regexp.MustCompile(`^(\S+?)(?:~(\d))?(?: \((?:of (\w+))?(?:, )?(?:stance (\w+))?(?:, )?(noted)?\))?$`)
)

func parseStatusRow(line string) (statusRow, bool) {
	m := statusLine.FindStringSubmatch(line)
	if m == nil {
		return statusRow{}, false
	}
	d := deedCell.FindStringSubmatch(m[2])
	if d == nil {
		return statusRow{}, false
	}
	row := statusRow{sentence: m[1], deed: m[2], status: m[3], fails: m[4] != "", word: d[1], nth: 1, act: d[3], stance: d[4], noted: d[5] != ""}
	if d[2] != "" {
		row.nth, _ = strconv.Atoi(d[2])
	}
	return row, true
}

// marked is the row as a line, with or without its mark.
func (row statusRow) marked(fails bool) string {
	mark := ""
	if fails {
		mark = "fails "
	}
	return fmt.Sprintf("| %s | %s | %s | %s|", row.sentence, row.deed, row.status, mark)
}

// wrong says how a record differs from the row, "" if it does not.
func (row statusRow) wrong(r record.Record) string {
	at := row.position()
	if at < 0 {
		return "the sentence has no such word"
	}
	wrong := "no event"
	for _, e := range r.Events {
		if s := e.Evidence[0]; s.Start > at || at >= s.End {
			continue
		}
		if wrong = row.differs(r, e); wrong == "" {
			return ""
		}
	}
	return wrong
}

// position is where the row's word stands in its sentence, in code points; -1 if it does not.
func (row statusRow) position() int {
	places := regexp.MustCompile(`\b`+regexp.QuoteMeta(row.word)+`\b`).FindAllStringIndex(row.sentence, -1)
	if len(places) < row.nth {
		return -1
	}
	return len([]rune(row.sentence[:places[row.nth-1][0]]))
}

// differs says how one event differs from the row.
func (row statusRow) differs(r record.Record, e record.Event) string {
	if string(e.Status) != row.status {
		return fmt.Sprintf("%s %s is %s (%s), want %s", e.Type, e.CAMEO, e.Status, e.Because, row.status)
	}
	if row.stance != "" && string(e.Stance) != row.stance {
		return fmt.Sprintf("stance %q, want %s", e.Stance, row.stance)
	}
	if row.noted && !slices.ContainsFunc(r.Notes, func(n record.Note) bool { return n.Start < e.Evidence[0].End && e.Evidence[0].Start < n.End }) {
		return "no note"
	}
	if row.act == "" {
		return ""
	}
	i := slices.IndexFunc(r.Events, func(x record.Event) bool { return x.ID == e.Of })
	if i < 0 {
		return "the deed of no speech act, want " + row.act
	}
	s := r.Events[i].Evidence[0]
	if act := string([]rune(r.Article.Text)[s.Start:s.End]); act != row.act {
		return fmt.Sprintf("the deed of %q, want %s", act, row.act)
	}
	return ""
}
