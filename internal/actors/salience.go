package actors

import "example.org/demarche/internal/text"

// A clue is something that speaks for or against a candidate for the antecedent of a pronoun.
type clue int

const (
	aboveOnce      clue = iota // the subject of the closest clause around the pronoun that has one
	aboveTwice                 // the subject of a clause further up
	tells                      // the subject of a verb whose clausal complement the pronoun stands in: "she said that he"
	kin                        // somebody else's: "his daughter"
	subjectHere                // a subject earlier in the pronoun's sentence
	objectHere                 // an object earlier in the sentence
	elseHere                   // spoken of earlier in the sentence, as something else
	subjectBefore              // a subject in the sentence before
	elseBefore                 // spoken of in the sentence before, as something else
	subjectTwo                 // a subject two sentences before
	subjectFarther             // a subject three or more sentences before
	topBefore                  // the subject of the sentence before as a whole
	latest                     // the last one spoken of that fits
	often                      // named or described three times or more
	oftener                    // six times or more
	named                      // it has a name
	fresh                      // described, and only once so far
	owns                       // its last mention is a possessive
	parallel                   // pronoun and last mention are both subjects
	sameBlock                  // last spoken of in the same paragraph
	knownBoth                  // it is known to be of the pronoun's gender
	heardBoth                  // another pronoun of that gender led to it
	heardOther                 // a pronoun of the other gender led to it
	speaker                    // it made the last statement, and the pronoun makes one
	speaks                     // it made a statement, and the pronoun makes one
	across                     // one of pronoun and last mention is inside a direct quotation of which the other is not part
	clues                      // how many there are
)

// What clues count, for the pronouns of one human being and for the others. The numbers were set by hand; search over GUM's free
// genres finds none that are better on other texts.
var (
	ofOne = [clues]int{
		aboveOnce: 14, aboveTwice: 4, tells: 10, kin: -4, subjectHere: 7, objectHere: 3, elseHere: 2, subjectBefore: 6, elseBefore: 1,
		subjectTwo: 3, subjectFarther: 1, topBefore: 3, latest: 3, often: 3, oftener: 2, named: 4, fresh: -2, owns: 2, parallel: 2,
		sameBlock: 4, knownBoth: 3, heardBoth: 4, heardOther: -4, speaker: 6, speaks: 2, across: -4,
	}
	ofOthers = [clues]int{
		aboveOnce: 12, aboveTwice: 3, tells: 8, subjectHere: 8, objectHere: 6, elseHere: 4, subjectBefore: 6, elseBefore: 1,
		subjectTwo: 2, subjectFarther: 1, topBefore: 3, latest: 4, often: 3, oftener: 2, fresh: -2, parallel: 2, sameBlock: 6,
		speaker: 5, speaks: 3, across: -4,
	}
)

// A candidate is a participant that a pronoun may speak of, with the clues.
type candidate struct {
	e     *entity
	clues [clues]int
}

// candidates are those that fit and are near, the last one spoken of first, and the subjects above.
func (r *run) candidates(at text.Ref, gender string, above []above, fits func(*entity) bool) []candidate {
	var all []candidate
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if !fits(e) || !r.near(e, at) || r.together(e, at) {
			continue
		}
		c := candidate{e: e}
		if len(all) == 0 {
			c.clues[latest] = 1
		}
		all = append(all, c)
	}
	for n, s := range above {
		i := 0
		for i < len(all) && all[i].e != s.e {
			i++
		}
		if i == len(all) {
			all = append(all, candidate{e: s.e})
		}
		all[i].when(n == 0, aboveOnce)
		all[i].when(n > 0, aboveTwice)
		all[i].when(s.tells, tells)
	}
	for i := range all {
		r.weigh(&all[i], at, gender)
	}
	return all
}

// weigh notes a candidate's clues.
func (r *run) weigh(c *candidate, at text.Ref, gender string) {
	e, t := c.e, r.trees[at.Sentence]
	c.when(e.p.Named, named)
	c.when(e.times > 2, often)
	c.when(e.times > 5, oftener)
	c.when(!e.p.Named && len(e.p.Mentions) == 1, fresh)
	c.when(!e.p.Named && e.of != nil && e.of.final().human && e.of.final() != e, kin)
	c.when(gender != "" && e.gender == gender, knownBoth)
	c.when(gender != "" && e.gender == "" && e.heard == gender, heardBoth)
	c.when(gender != "" && e.gender == "" && e.heard != "" && e.heard != gender, heardOther)
	if r.source[at] {
		c.when(r.outer[at] && r.lastSource.final() == e, speaker)
		c.when(e.source, speaks)
	}
	if len(e.p.Mentions) == 0 {
		return
	}
	last := e.lastMention()
	lastTree := r.trees[last.Range.Sentence]
	c.when(lastTree.Is(last.Head, "nmod:poss"), owns)
	c.when(e.subject && t.Is(t.FirstConjunct(at.Token), "nsubj"), parallel)
	c.when(r.paragraph[last.Range.Sentence] == r.paragraph[at.Sentence], sameBlock)
	c.when(r.crosses(e, at), across)
	r.whereabouts(c, at)
}

// maxHistory bounds how many mentions of a candidate are looked at.
const maxHistory = 8

// whereabouts notes in which of the last sentences a candidate was spoken of, and how.
func (r *run) whereabouts(c *candidate, at text.Ref) {
	ms := c.e.p.Mentions
	for i := len(ms) - 1; i >= 0 && i >= len(ms)-maxHistory; i-- {
		m := ms[i]
		if m.Range.Sentence == at.Sentence && m.Head > at.Token {
			continue
		}
		t := r.trees[m.Range.Sentence]
		first := t.FirstConjunct(m.Head)
		subject := t.Is(first, "nsubj")
		switch r.apart(m.Range.Sentence, at) {
		case 0:
			c.when(subject, subjectHere)
			c.when(t.Is(first, "obj", "iobj"), objectHere)
			c.when(!subject && !t.Is(first, "obj", "iobj"), elseHere)
		case 1:
			c.when(subject, subjectBefore)
			c.when(!subject, elseBefore)
			c.when(subject && t.Is(t.Head(first), "root"), topBefore)
		case 2:
			c.when(subject, subjectTwo)
		default:
			c.when(subject, subjectFarther)
		}
	}
}

// when notes a clue.
func (c *candidate) when(holds bool, what clue) {
	if holds {
		c.clues[what] = 1
	}
}

// likeliest is the candidate whose clues count most, the first of several; nil if there is none.
func likeliest(all []candidate, weights *[clues]int) *entity {
	var best *entity
	most := 0
	for i := range all {
		if n := all[i].score(weights); best == nil || n > most {
			best, most = all[i].e, n
		}
	}
	return best
}

// score is the sum of what a candidate's clues count.
func (c *candidate) score(weights *[clues]int) int {
	sum := 0
	for i, n := range c.clues {
		sum += n * weights[i]
	}
	return sum
}

// apart is how many sentences lie between sentence s and a pronoun, not counting those that a direct quotation fills if the
// pronoun stands outside.
func (r *run) apart(s int, at text.Ref) int {
	if r.quotation(at) != nil {
		return at.Sentence - s
	}
	return r.plain[at.Sentence] - r.plain[s]
}

// crosses reports whether an entity was last spoken of inside a direct quotation that the word at is not part of, or the
// other way round.
func (r *run) crosses(e *entity, at text.Ref) bool {
	a, b := r.quotation(e.lastWord()), r.quotation(at)
	return a != b
}
