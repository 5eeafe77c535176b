package lexicon

// A Code is what a frame says of a deed.
type Code struct {
	Type     string   // PLOVER's; "" for CAMEO's family 01
	Mode     string   // PLOVER's, "" for none
	CAMEO    string   // three or four digits
	Contexts []string // PLOVER's, in the order in which the frame names them, those of the CAMEO code after them
	Line     int      // of the code line in the frame's file
}

// A Role is one reading of who fills actor or recipient: the slot, and the head words in it, conjuncts expanded.
type Role struct {
	Slot  Slot
	Words []int
	Thing int // of [ObjectDoer]: the noun that the words own or do, base of "Chad's base"
}

// A Candidate is a place in a sentence where a frame fits. Words are indices in the tree.
type Candidate struct {
	Frame   *Frame // nil where a model gave the code
	Rule    string // of the model, "" for a frame's
	Head    string // the headword as the frame has it: "meet", "pull_out"
	POS     POS
	Code    Code
	Trigger int
	// Predicate is the word whose tense, voice, negation and modality are the deed's: the light verb of "held talks", the noun
	// itself if it is a predicate or stands alone, else the trigger.
	Predicate int
	// Words carry the deed: the trigger first, then particles, the light verb and the nouns that conditions asked for.
	Words []int
	// Actors and Recipients are alternatives, the best first; take the first in which a word speaks of a participant.
	// In "Syria's army bombing" the army is the subject, but if "army" spoke of nobody, Syria would be.
	Actors, Recipients []Role
	// Reciprocal deeds have both sides in Actors and Recipients, split already: "A and B met" has A as actor, B as recipient.
	Reciprocal bool
	// Negation says that the frame asks for a negation, which is part of the deed: "will not tolerate" threatens.
	Negation bool
	// Content is the head word of the deed that is promised, demanded, refused, threatened or alleged (a verb, or a noun
	// of deed); -1 if the frame has none or it is not there.
	Content int
	// Means is the index, among the sentence's candidates, of the deed that did this one: the bombing of "the bombing
	// killed ten"; -1 if there is none. It is the same happening.
	Means  int
	Passed []Passed // frames for the same word that did not fit, in the order in which they were tried

	byContent bool // whether the code follows that of the content
}

// A Passed is a frame that was tried at a word and did not fit, or fits and forbids.
type Passed struct {
	Trigger   int
	Frame     *Frame
	Forbidden bool   // by "unless" or "code none", rather than for want of what it asks for
	Why       string // for people: "only if object is Money", "unless on is Abstract"
}

// Matches is all that was found in one sentence, in order of trigger words.
type Matches struct {
	Candidates []Candidate
	Passed     []Passed // at words where no frame fitted and one was forbidden

	by *matcher // nil if nothing was matched
}
