package modeltest

// Bundle returns a small random network with all its heads. Its vocabulary spells any word of the letters a to z; what it
// says of a sentence is noise, but it says it of any sentence, and always the same.
func Bundle(seed uint64) *Model { return bundle(seed, func(*Model) {}) }

// Spoiled is Bundle with an offset of its names head that does not belong to its weights: it can be opened, but ought not to
// be used.
func Spoiled(seed uint64) *Model {
	return bundle(seed, func(names *Model) { names.Data("name.offset")[0]++ })
}

func bundle(seed uint64, spoil func(names *Model)) *Model {
	const width = 32
	var pieces []string
	for c := 'a'; c <= 'z'; c++ {
		pieces = append(pieces, string(c), "##"+string(c))
	}
	m := New("bundle", seed)
	m.Part("encoder", Encoder(seed+1, 2, width, 2, 48, pieces...))
	m.Part("tagger", Tagger(seed+2, width))
	m.Part("parser", Parser(seed+3, width))
	names := Names(seed+4, width)
	spoil(names)
	m.Part("names", names)
	m.Part("mentions", Mentions(seed+5, width))
	m.Part("statements", Statements(seed+6, width))
	m.Part("roles", Roles(seed+7, width))
	m.Part("choice", Choice(seed+8, width))
	return m
}

// Tagger returns a random tagger of a few labels.
func Tagger(seed uint64, width int) *Model {
	m := New("tagger", seed)
	m.Config["width"] = width
	m.Labels = map[string][]string{
		"upos": {"NOUN", "VERB", "PUNCT"}, "xpos": {"NN", "NNS", "VBD"},
		"feats": {"_", "Number=Plur"}, "lemma": {"l-0+", "l-1+", "=be"},
	}
	for _, name := range []string{"upos", "xpos", "feats", "lemma"} {
		m.Matrix(name, len(m.Labels[name]), width, true)
	}
	m.Text("lexicon", "talks\tNN\tlook\ntalks\tNNS\tlook\ntalks\tVBD\tlook\n")
	return m
}

// Parser returns a random parser of a few relations.
func Parser(seed uint64, width int) *Model {
	const arc, rel = 48, 16
	m := New("parser", seed)
	m.Config = map[string]any{"width": width, "arc": arc, "rel": rel}
	m.Labels["deprel"] = []string{"nsubj", "root", "obj", "punct", "det"}
	m.Matrix("dep", arc, width, true)
	m.Matrix("head", arc, width, true)
	m.Matrix("reldep", rel, width, true)
	m.Matrix("relhead", rel, width, true)
	m.Matrix("arc", arc, arc, true)
	m.Matrix("rel", len(m.Labels["deprel"])*(rel+1), rel+1, false)
	m.Floats("root", 0, 1, width)
	return m
}

// Names returns a random head of names.
func Names(seed uint64, width int) *Model {
	m := New("names", seed)
	m.Config["width"] = width
	m.Labels["name"] = []string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC"}
	m.Matrix("name", len(m.Labels["name"]), width, true)
	return m
}

// Mentions returns a random head of kinds.
func Mentions(seed uint64, width int) *Model {
	m := New("mentions", seed)
	m.Config["width"] = width
	m.Labels["kind"] = []string{"O", "person", "place", "time"}
	m.Matrix("kind", len(m.Labels["kind"]), width, true)
	return m
}

// How many rows the tables of features of a head of statements have.
const (
	WordRows = 122
	PairRows = 165
)

// Statements returns a random head of statements.
func Statements(seed uint64, width int) *Model {
	const hidden, pair = 32, 16
	m := New("statements", seed)
	m.Config = map[string]any{"width": width, "cue": hidden, "link": pair}
	m.Labels = map[string][]string{
		"type": {"none", "assertion", "belief"}, "stance": {"reported", "claimed"},
		"role": {"none", "source", "cue", "content", "addressee"},
	}
	m.Matrix("own", hidden, width, true)
	m.Matrix("above", hidden, width, false)
	m.Matrix("judge", 5, hidden, true)
	m.Matrix("cue", pair, width, true)
	m.Matrix("word", pair, width, false)
	m.Floats("cuefeature", 0, 0.5, WordRows, hidden)
	m.Floats("pairfeature", 0, 0.5, PairRows, pair)
	m.Floats("role", 0, 1, 5, pair+1)
	return m
}

// How many rows the tables of features of a head of roles have.
const (
	RolePairRows      = 394
	RolePredicateRows = 238
)

// Roles returns a random head of roles, which knows a few words.
func Roles(seed uint64, width int) *Model {
	const hidden, known = 32, 6
	m := New("roles", seed)
	m.Config = map[string]any{"width": width, "pair": hidden, "known": known}
	m.Labels["role"] = []string{"none", "ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP"}
	m.Matrix("predicate", hidden, width, true)
	m.Matrix("word", hidden, width, false)
	m.Matrix("role", len(m.Labels["role"]), hidden, true)
	m.Floats("pairfeature", 0, 0.5, RolePairRows, hidden)
	m.Floats("predicatefeature", 0, 0.5, RolePredicateRows, hidden)
	m.Integers("known.weight", known, hidden)
	m.Floats("known.scale", 0.004, 0.001, known)
	m.Text("words", "a\tn\t4\t1\nattack\tn\t5\t2\nattack\tv\t5\t3\nb\tj\t4\t0\n")
	return m
}

// Choice returns a random choice head of a few labels.
func Choice(seed uint64, width int) *Model {
	const rows, ffn, hidden, fits = 32, 48, 16, 7
	m := New("choice", seed)
	m.Config = map[string]any{"width": width, "rows": rows, "voices": 2, "layers": 1, "heads": 2, "ffn": ffn, "hidden": hidden, "eps": 1e-6}
	m.Labels = map[string][]string{
		"type": {"none", "-", "CONSULT", "ASSAULT"}, "mode": {"CONSULT", "CONSULT visit", "CONSULT phone", "ASSAULT", "ASSAULT beat"},
		"status": {"occurred", "planned"}, "context": {"military", "health"},
	}
	for _, of := range []string{"voice.0.", "voice.1."} {
		m.Matrix(of+"upper", rows, width, true)
		m.Matrix(of+"word", rows, width, false)
		m.layer(of+"layer.0.", rows, ffn)
		m.Matrix(of+"hidden", hidden, 4*rows, true)
		m.Matrix(of+"out", 4+5+2+2, hidden, true)
		m.norm(of+"norm", rows)
		m.Floats(of+"marks", 0, 1, 3, rows)
		m.Floats(of+"first", 0, 1, rows)
		m.Floats(of+"key", 0, 0.3, rows)
		m.Floats(of+"absent", 0, 1, 2, rows)
	}
	m.Floats("combining", 0.5, 0.1, 2)
	m.Floats("belief", 0.5, 0.1, 2)
	m.Floats("fit", 0, 1, fits)
	m.Floats("lead", 0, 1, fits)
	return m
}
