package score

import (
	"slices"
	"strings"

	"example.org/demarche/record"
)

// A PassageReport compares the events that a program finds in passages with those that annotators wrote down. Events that a record
// joins by same_as are one happening, as they are in gold.
type PassageReport struct {
	Passages  int                         `json:"passages"`
	NoFact    int                         `json:"no_fact"`   // events of gold that neither occurred nor are ongoing or historical
	ByType    map[record.EventType]Figure `json:"by_type"`   // "" for events without a type
	Type      Figure                      `json:"type"`      // matched
	Actor     Figure                      `json:"actor"`     // matched, and the actor is right
	Recipient Figure                      `json:"recipient"` // and the recipient too
	SameAs    Figure                      `json:"same_as"`   // pairs of reports of one happening
	Counts    Figure                      `json:"counts"`    // of people

	// Of the matched events.
	Mode   Share `json:"mode"`
	Root   Share `json:"cameo_root"` // the first two digits
	CAMEO  Share `json:"cameo"`
	Status Share `json:"status"`
	Unreal Share `json:"status_no_fact"` // the status of those that gold has as no plain fact
	Source Share `json:"source"`

	// Of the sides of all events that were found; gold does not tell.
	Country Share `json:"with_country"`
	Sector  Share `json:"with_sector"`

	False     Share       `json:"false"`     // of the events printed as occurred or ongoing, those that gold does not have so
	Unmatched int         `json:"unmatched"` // of these, gold has no such event
	Aspect    int         `json:"aspect"`    // of these, gold has the other one of the two
	Trust     Reliability `json:"reliability"`
	Faults    []Fault     `json:"faults,omitempty"`
}

// A Fault is an event that was missed, a false one, or one that gold has otherwise.
type Fault struct {
	Passage  string `json:"passage"`
	What     string `json:"what"`  // "missed", "false", or what gold has otherwise: "actor, status"
	Gold     string `json:"gold"`  // the event in a line, "" for none
	Found    string `json:"found"` // likewise
	Sentence string `json:"sentence"`
}

// ComparePassages compares; found has the record of each passage, in the same order. With list, the faults are told, never those of unseen
// passages.
func ComparePassages(gold []Passage, found []record.Record, list bool) PassageReport {
	r := PassageReport{Passages: len(gold), ByType: map[record.EventType]Figure{}}
	for i, g := range gold {
		faults := r.passage(newPassageScene(g, found[i]))
		if list && !g.Unseen {
			r.Faults = append(r.Faults, faults...)
		}
	}
	return r
}

// passage counts one passage, and tells its faults in order of gold, then of the false events.
func (r *PassageReport) passage(s *passageScene) []Fault {
	toGold, toFound := none(len(s.found)), none(len(s.gold))
	for _, m := range s.match() {
		toGold[m.found], toFound[m.gold] = m.gold, m.found
	}
	var faults []Fault
	for i, g := range s.gold {
		r.count(g.kind, Figure{Gold: 1})
		if !real(g.status) {
			r.NoFact++
		}
		if toFound[i] < 0 {
			faults = append(faults, s.fault("missed", &g, nil))
			continue
		}
		f := s.found[toFound[i]]
		v := s.judge(g, f)
		r.matched(g, f, v)
		if wrong := v.wrong(); wrong != "" {
			faults = append(faults, s.fault(wrong, &g, &f))
		}
	}
	for i, f := range s.found {
		r.count(f.Type, Figure{Found: 1})
		r.coded(s, f)
		if toGold[i] < 0 {
			r.unmatched(f)
			faults = append(faults, s.fault("false", nil, &f))
		}
	}
	r.SameAs.add(s.samePairs())
	r.Counts.add(s.counts(toGold))
	return faults
}

// count adds a figure to a type's, and to all columns.
func (r *PassageReport) count(t record.EventType, f Figure) {
	sum := r.ByType[t]
	sum.add(f)
	r.ByType[t] = sum
	for _, column := range []*Figure{&r.Type, &r.Actor, &r.Recipient} {
		column.add(f)
	}
}

// matched counts an event whose type is right.
func (r *PassageReport) matched(g goldEvent, f happening, v verdict) {
	sum := r.ByType[g.kind]
	sum.Correct++
	r.ByType[g.kind] = sum
	r.Type.Correct++
	if v.actor {
		r.Actor.Correct++
	}
	if v.actor && v.recipient {
		r.Recipient.Correct++
	}
	r.Mode.count(v.mode)
	r.Root.count(v.root)
	r.CAMEO.count(v.cameo)
	r.Status.count(v.status)
	if !real(g.status) {
		r.Unreal.count(v.status)
	}
	r.Source.count(v.source)
	if f.isFact() {
		r.False.count(!v.status)
		if !v.status && (g.status == record.StatusOccurred || g.status == record.StatusOngoing) {
			r.Aspect++
		}
	}
	r.Trust.count(float64(f.Confidence), v.actor && v.recipient && v.status)
}

// unmatched counts an event that gold does not have.
func (r *PassageReport) unmatched(f happening) {
	if f.isFact() {
		r.False.count(true)
		r.Unmatched++
	}
	r.Trust.count(float64(f.Confidence), false)
}

// coded counts whose country and sector the record tells.
func (r *PassageReport) coded(s *passageScene, f happening) {
	for _, id := range slices.Concat(f.Actors, f.Recipients) {
		e := s.entities[id]
		r.Country.count(e.Country != "")
		r.Sector.count(e.Sector != "")
	}
}

// A verdict says what gold and a found event of one type have in common.
type verdict struct{ actor, recipient, mode, root, cameo, status, source bool }

// judge compares what is told of two events.
func (s *passageScene) judge(g goldEvent, f happening) verdict {
	return verdict{
		actor: s.sameWords(g.actors, f.actors), recipient: s.sameWords(g.recipients, f.recipients),
		mode: g.mode == f.Mode, root: root(g.cameo) == root(f.CAMEO), cameo: g.cameo == f.CAMEO, status: g.status == f.Status,
		source: s.sameWords(some(g.source), s.source(f)),
	}
}

// wrong names what differs, "" if nothing does.
func (v verdict) wrong() string {
	var names []string
	for _, x := range []struct {
		name  string
		right bool
	}{
		{"actor", v.actor}, {"recipient", v.recipient}, {"mode", v.mode}, {"CAMEO root", v.root}, {"CAMEO code", v.cameo || !v.root},
		{"status", v.status}, {"source", v.source},
	} {
		if !x.right {
			names = append(names, x.name)
		}
	}
	return strings.Join(names, ", ")
}
