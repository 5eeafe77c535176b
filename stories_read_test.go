package demarche_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche/internal/ontology"
	"example.org/demarche/record"
)

// A story is a passage of gold/stories with its record, as gold/stories/README.md describes the file.
type story struct {
	file, published, region, text string

	events       []storyEvent
	attributions []storyAttribution
	states       []storyState

	gold        string // the file up to its last part, as it stands there
	differences string // the last part
}

// A storyEvent is an e line.
type storyEvent struct {
	typ, mode, cameo   string
	trigger            string        // as it is named
	more               []string      // the words that tell the happening again, as they are named
	mentions           []record.Span // of the happening, the trigger first
	actors, recipients []party
	status             string
	of                 int // which e line is the speech act, from 1; 0 for none
	from, to           record.Day
	place              string // "" for none
	voice              *phrase
	counts             []record.Count // without positions
	contexts           []string
}

// A party is someone who takes part in an event.
type party struct {
	phrase
	code string // "" where there is none
}

// A storyAttribution is an a line.
type storyAttribution struct {
	source, cue  *phrase // nil for none
	content      string
	starts, ends []int // where the content may begin and end; nil if any place will do
	stance       string
}

// A storyState is an s line.
type storyState struct {
	kind            string
	subject, object *phrase // nil for none
	status          string
	since           record.Day
}

// regions are those that the passages are about.
var regions = []string{
	"Africa south of the Sahara", "Latin America", "Europe and the former Soviet Union", "Middle East and North Africa", "Central Asia",
	"South Asia", "East Asia", "South-East Asia", "Oceania", "North America",
}

// part ends the text and the gold part of a file.
const part = "----\n"

// readStories reads all files of gold/stories; a fault of one names file and line.
func readStories(t *testing.T) []story {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("gold", "stories", "[0-9]*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	known := openOntology(t)
	var all []story
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := readStory(known, file, string(b))
		if err != nil {
			t.Error(err)
			continue
		}
		all = append(all, s)
	}
	return all
}

func openOntology(t *testing.T) *ontology.Ontology {
	t.Helper()
	known, err := ontology.Load(os.DirFS(filepath.Join("data", "ontology")))
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// readStory reads one file. The error holds all faults of its lines.
func readStory(known *ontology.Ontology, file, content string) (story, error) {
	s := story{file: file}
	head, gold, ok := strings.Cut(content, "\n"+part)
	gold, s.differences, ok = cutLast(gold, ok)
	if !ok {
		return s, fmt.Errorf("%s: three parts are wanted, parted by lines of four dashes", file)
	}
	s.gold = strings.TrimSuffix(content, s.differences)
	intro, text, _ := strings.Cut(head, "\n\n")
	s.text = text
	if err := s.readIntro(intro); err != nil {
		return s, fmt.Errorf("%s:1: %w", file, err)
	}
	if n := len(strings.Fields(text)); n < 60 || n > 200 {
		return s, fmt.Errorf("%s:4: the text has %d words; it ought to have 60 to 200", file, n)
	}
	first := strings.Count(head, "\n") + 3 // line of the gold part's first line
	var faults []error
	for i, line := range strings.Split(gold, "\n") {
		if gold == "" {
			break
		}
		if err := s.readLine(known, line); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", file, first+i, err))
		}
	}
	if faults == nil {
		faults = s.checkActs()
	}
	return s, errors.Join(faults...)
}

// acts are the types of speech acts that have deeds.
var acts = []record.EventType{record.Agree, record.Request, record.Reject, record.Threaten, record.Accuse}

// checkActs says which deeds are of no speech act.
func (s *story) checkActs() (faults []error) {
	for _, e := range s.events {
		if e.of > len(s.events) || e.of > 0 && !slices.Contains(acts, record.EventType(s.events[e.of-1].typ)) {
			faults = append(faults, fmt.Errorf("%s: %s is of %d, which is no e line of a speech act", s.file, e.trigger, e.of))
		}
	}
	return faults
}

// cutLast cuts the second part from the third.
func cutLast(rest string, ok bool) (gold, last string, _ bool) {
	if last, empty := strings.CutPrefix(rest, part); ok && empty {
		return "", last, true
	}
	gold, last, found := strings.Cut(rest, "\n"+part)
	return gold, last, ok && found
}

// readIntro reads the lines before the text.
func (s *story) readIntro(intro string) error {
	published, region, ok := strings.Cut(intro, "\n")
	s.published, s.region = strings.TrimPrefix(published, "published "), strings.TrimPrefix(region, "region ")
	if !ok || s.published == published || s.region == region {
		return errors.New("the file begins with lines published and region and an empty line")
	}
	if !day.MatchString(s.published) {
		return fmt.Errorf("published %q is no day", s.published)
	}
	if !slices.Contains(regions, s.region) {
		return fmt.Errorf("region %q is none of %s", s.region, strings.Join(regions, ", "))
	}
	return nil
}

// readLine reads a line of the gold part.
func (s *story) readLine(known *ontology.Ontology, line string) error {
	kind, rest, _ := strings.Cut(line, " ")
	fields := strings.Split(rest, " | ")
	read := map[string]struct {
		fields int
		by     func(*ontology.Ontology, []string) error
	}{"e": {9, s.readEvent}, "a": {4, s.readAttribution}, "s": {5, s.readState}}[kind]
	if read.by == nil {
		return fmt.Errorf("a line begins with e, a or s, not with %q", kind)
	}
	if len(fields) != read.fields {
		return fmt.Errorf("%d fields parted by |, want %d", len(fields), read.fields)
	}
	return read.by(known, fields)
}

// readEvent reads type mode CAMEO | trigger | actors -> recipients | status | when | place | voice | counts | contexts.
func (s *story) readEvent(known *ontology.Ontology, f []string) (err error) {
	codes := strings.Fields(f[0])
	if len(codes) != 3 {
		return fmt.Errorf("%q: type, mode and CAMEO code are wanted", f[0])
	}
	e := storyEvent{typ: none(codes[0]), mode: none(codes[1]), cameo: codes[2]}
	if none(f[8]) != "" {
		e.contexts = strings.Fields(f[8])
	}
	if err := known.Validate(e.typ, e.mode, e.cameo, e.contexts); err != nil {
		return err
	}
	words := strings.Split(f[1], " = ")
	for _, word := range words {
		p, err := s.phrase(word)
		if err != nil {
			return err
		}
		e.mentions = append(e.mentions, p.spans[0])
	}
	e.trigger, e.more = words[0], words[1:]
	actors, recipients, ok := strings.Cut(f[2], " -> ")
	if !ok {
		return fmt.Errorf("%q: actors -> recipients are wanted", f[2])
	}
	if e.actors, err = s.parties(known, actors); err != nil {
		return err
	}
	if e.recipients, err = s.parties(known, recipients); err != nil {
		return err
	}
	if err := e.readStatus(known, f[3]); err != nil {
		return err
	}
	if e.from, e.to, err = readWhen(f[4]); err != nil {
		return err
	}
	if e.place, err = s.readPlace(f[5]); err != nil {
		return err
	}
	if e.voice, err = s.readVoice(f[6]); err != nil {
		return err
	}
	e.counts, err = readCounts(f[7])
	s.events = append(s.events, e)
	return err
}

// readStatus reads a status, after which "of N" may stand.
func (e *storyEvent) readStatus(known *ontology.Ontology, field string) (err error) {
	status, of, ok := strings.Cut(field, " of ")
	if ok {
		if e.of, err = strconv.Atoi(of); err != nil || e.of < 1 {
			return fmt.Errorf("%q: of N, the number of an e line, is wanted", field)
		}
	}
	e.status = status
	if !slices.ContainsFunc(known.Statuses(), func(n ontology.Named) bool { return n.Name == status }) {
		return fmt.Errorf("%q is no status", status)
	}
	return nil
}

var day = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// readWhen reads "on DAY", "FROM..TO", either of which may be open, or "-".
func readWhen(field string) (from, to record.Day, err error) {
	if field == "-" {
		return "", "", nil
	}
	a, b, ok := strings.Cut(field, "..")
	if d, on := strings.CutPrefix(field, "on "); on {
		a, b, ok = d, d, true
	}
	if !ok || a+b == "" || a != "" && !day.MatchString(a) || b != "" && !day.MatchString(b) {
		return "", "", fmt.Errorf("%q: on DAY, FROM..TO or - is wanted", field)
	}
	return record.Day(a), record.Day(b), nil
}

// readPlace reads "at NAME" or "-".
func (s *story) readPlace(field string) (string, error) {
	if field == "-" {
		return "", nil
	}
	name, ok := strings.CutPrefix(field, "at ")
	if !ok {
		return "", fmt.Errorf("%q: at NAME or - is wanted", field)
	}
	_, err := s.phrase(name)
	return name, err
}

// readVoice reads "by WORDS", "by ?" of a source that is not told, or "-".
func (s *story) readVoice(field string) (*phrase, error) {
	if field == "-" {
		return nil, nil
	}
	words, ok := strings.CutPrefix(field, "by ")
	if !ok {
		return nil, fmt.Errorf("%q: by WORDS, by ? or - is wanted", field)
	}
	if words == "?" {
		return &phrase{}, nil
	}
	p, err := s.phrase(words)
	return &p, err
}

var count = regexp.MustCompile(`^(killed|injured|arrested|displaced|other) (~?)(\d+)(\+|-\d+)?$`)

// readCounts reads counts as "killed 12, injured 3+": 3+ is three or more, 3-5 three to five, ~3 about three.
func readCounts(field string) ([]record.Count, error) {
	var all []record.Count
	for one := range strings.SplitSeq(field, ", ") {
		if one == "-" && field == "-" {
			return nil, nil
		}
		m := count.FindStringSubmatch(one)
		if m == nil {
			return nil, fmt.Errorf("%q is no count", one)
		}
		n, _ := strconv.Atoi(m[3])
		c := record.Count{Kind: record.CountKind(m[1])}
		switch {
		case m[2] == "" && m[4] == "":
			c.Value, c.From, c.To = &n, &n, &n
		case m[4] == "+":
			c.From = &n
		case m[4] != "":
			to, _ := strconv.Atoi(m[4][1:])
			c.From, c.To = &n, &to
		default:
			c.Value = &n
		}
		all = append(all, c)
	}
	return all, nil
}

var sideCode = regexp.MustCompile(`^(.+) \((\S+)\)$`)

// parties reads "words (code); words (code)" or "-".
func (s *story) parties(known *ontology.Ontology, field string) ([]party, error) {
	if field == "-" {
		return nil, nil
	}
	var all []party
	for one := range strings.SplitSeq(field, "; ") {
		m := sideCode.FindStringSubmatch(one)
		if m == nil {
			return nil, fmt.Errorf("%q: words (code) are wanted", one)
		}
		p, err := s.phrase(m[1])
		if err != nil {
			return nil, err
		}
		code := none(m[2])
		if !isCode(known, code) {
			return nil, fmt.Errorf("%q is no country with a sector", code)
		}
		all = append(all, party{p, code})
	}
	return all, nil
}

// isCode reports whether a code is three letters of a country or a body and any sectors; "" is fine.
func isCode(known *ontology.Ontology, code string) bool {
	for rest := code; rest != ""; rest = rest[3:] {
		if len(rest) < 3 || strings.ToUpper(rest[:3]) != rest[:3] || len(rest) < len(code) && !known.HasSector(rest[:3]) {
			return false
		}
	}
	return true
}

// readAttribution reads source | cue | content | stance.
func (s *story) readAttribution(_ *ontology.Ontology, f []string) (err error) {
	a := storyAttribution{content: f[2], stance: f[3]}
	if a.source, err = s.optional(f[0]); err != nil {
		return err
	}
	if a.cue, err = s.optional(f[1]); err != nil {
		return err
	}
	if !slices.Contains(stances, record.Stance(a.stance)) {
		return fmt.Errorf("%q is no stance", a.stance)
	}
	if a.starts, a.ends, err = s.content(f[2]); err != nil {
		return err
	}
	s.attributions = append(s.attributions, a)
	return nil
}

// stances are those of a record.
var stances = []record.Stance{
	record.StanceReported, record.StanceClaimed, record.StanceConfirmed, record.StanceDenied, record.StanceAccused, record.StancePromised,
	record.StanceThreatened, record.StanceDemanded, record.StanceBelieved, record.StanceDeclined,
}

// readState reads kind | subject | object or place | status | since DAY.
func (s *story) readState(_ *ontology.Ontology, f []string) (err error) {
	kinds := []record.StateKind{record.StateControl, record.StateRecognition, record.StateOffice, record.StateMembership}
	if !slices.Contains(kinds, record.StateKind(f[0])) {
		return fmt.Errorf("%q is no kind of state", f[0])
	}
	if !slices.Contains([]record.StateStatus{record.StateAsserted, record.StateDenied, record.StateClaimed}, record.StateStatus(f[3])) {
		return fmt.Errorf("%q is no status of a state", f[3])
	}
	x := storyState{kind: f[0], status: f[3]}
	if x.subject, err = s.optional(f[1]); err != nil {
		return err
	}
	if x.object, err = s.optional(f[2]); err != nil {
		return err
	}
	since, ok := strings.CutPrefix(f[4], "since ")
	if since = none(since); !ok || since != "" && !day.MatchString(since) {
		return fmt.Errorf("%q: since DAY or since - is wanted", f[4])
	}
	x.since = record.Day(since)
	s.states = append(s.states, x)
	return nil
}
