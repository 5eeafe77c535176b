package event

// A Linked cue is what the network says of a word that may be the head of a cue. Scores are differences of logits: above
// zero is more likely than not.
type Linked struct {
	Word   int     // in its sentence
	Score  float32 // for its being a cue against its being none
	Type   AttributionType
	Stance Stance
	Roles  []Roles // by word of the sentence
}

// Roles are the scores for what a word is to a cue, each against the best other role and against none.
type Roles struct{ Source, Cue, Content, Addressee float32 }
