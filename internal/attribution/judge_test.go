package attribution

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// linkedCue is what the head might say of word i: letters of roles tell what each word of the sentence is to it (s, c for a part of the
// cue, k for content, a hyphen for nothing), surely but for o, a source by a little.
func linkedCue(i int, score float32, kind event.AttributionType, roles string) event.Linked {
	l := event.Linked{Word: i, Score: score, Type: kind, Stance: event.Reported, Roles: make([]event.Roles, len(roles))}
	for w, c := range roles {
		is := func(role rune) float32 {
			if c == role {
				return 5
			}
			return -5
		}
		l.Roles[w] = event.Roles{Source: max(is('s'), is('o')-4), Cue: is('c'), Content: is('k'), Addressee: -5}
	}
	return l
}

// TestJudge: what the head says beside what the entries find, of one sentence each. Without "linked" the head did not run.
func TestJudge(t *testing.T) {
	const denied = "Paris/PROPN/2/nsubj denied/VERB/0/root/deny the/DET/4/det raid/NOUN/2/obj +./PUNCT/2/punct"
	const without = "Paris/PROPN/3/nsubj has/AUX/3/aux denied/VERB/0/root/deny on/ADP/5/case Monday/PROPN/3/obl +./PUNCT/3/punct"
	cues := knowledge(t)
	for name, c := range map[string]struct {
		lines  string
		linked []event.Linked
		want   string
	}{
		"an entry that the head likes": {denied, []event.Linked{linkedCue(1, 2, event.Assertion, "sckk-")}, "[Paris] <denied> {the raid} assertion denied indirect"},
		"one that it hardly doubts":    {denied, []event.Linked{linkedCue(1, -2, event.Assertion, "sckk-")}, "[Paris] <denied> {the raid} assertion denied indirect"},
		"one that it doubts":           {denied, []event.Linked{linkedCue(1, -3.5, event.Assertion, "sckk-")}, ""},
		"one that it did not look at":  {denied, []event.Linked{}, ""},
		"a verb without a frame that fits": {without, []event.Linked{linkedCue(2, 1.5, event.Assertion, "scckk-")},
			"[Paris] <has denied> {on Monday} assertion denied indirect"},
		"one whose type no entry has":                     {without, []event.Linked{linkedCue(2, 1.5, event.Knowledge, "scckk-")}, "[Paris] <has denied> {on Monday} assertion denied indirect"},
		"one that it is not sure of":                      {without, []event.Linked{linkedCue(2, .5, event.Assertion, "scckk-")}, ""},
		"one without content":                             {without, []event.Linked{linkedCue(2, 1.5, event.Assertion, "scc---")}, ""},
		"a verb that is in no entry":                      {strings.ReplaceAll(without, "denied/VERB/0/root/deny", "dozed/VERB/0/root/doze"), []event.Linked{linkedCue(2, 4, event.Assertion, "scckk-")}, ""},
		"a content elsewhere":                             {denied + " in/ADP/7/case Mali/PROPN/2/obl", []event.Linked{linkedCue(1, 2, event.Assertion, "sc---kk")}, "[Paris] <denied> {in Mali} assertion denied indirect"},
		"a content that only ends otherwise":              {denied, []event.Linked{linkedCue(1, 2, event.Assertion, "sc-k-")}, "[Paris] <denied> {the raid} assertion denied indirect"},
		"a source where the tree has none":                {"Was/AUX/2/aux:pass/be denied/VERB/0/root/deny the/DET/4/det raid/NOUN/2/obj +,/PUNCT/2/punct NATO/PROPN/2/dep Monday/PROPN/6/dep", []event.Linked{linkedCue(1, 2, event.Assertion, "cckk-ss")}, "[NATO Monday] <Was denied> {the raid} assertion denied indirect"},
		"a source that it is not so sure of":              {denied + " Mali/PROPN/2/dep", []event.Linked{linkedCue(1, 2, event.Assertion, "-ckk-o")}, "[Paris] <denied> {the raid} assertion denied indirect"},
		"another source":                                  {denied + " Mali/PROPN/2/dep", []event.Linked{linkedCue(1, 2, event.Assertion, "-ckk-s")}, "[Mali] <denied> {the raid} assertion denied indirect"},
		"of several entries the one of the head's stance": {strings.ReplaceAll(without, "denied/VERB/0/root/deny", "told/VERB/0/root/tell"), []event.Linked{linkedCue(2, 4, event.Assertion, "scckk-")}, "[Paris] <has told> {on Monday} assertion reported indirect"},
		"a content that cuts a phrase":                    {denied + " in/ADP/8/case old/ADJ/8/amod Mali/PROPN/2/obl", []event.Linked{linkedCue(1, 2, event.Assertion, "sc---kk-")}, "[Paris] <denied> {the raid} assertion denied indirect"},
		"a mark before a quotation":                       {"Nurse/NOUN/0/root +,/PUNCT/1/punct \"/PUNCT/5/punct +They/PRON/5/nsubj ran/VERB/1/parataxis +\"/PUNCT/5/punct", []event.Linked{linkedCue(1, .5, event.Assertion, "sckkkk")}, "[Nurse] <,> {\"They ran\"} assertion reported direct"},
		"a colon that the rules have found":               {"Nurse/NOUN/0/root +:/PUNCT/1/punct \"/PUNCT/5/punct +They/PRON/5/nsubj ran/VERB/1/parataxis +\"/PUNCT/5/punct", []event.Linked{linkedCue(1, .5, event.Assertion, "sckkkk")}, "[Nurse] <:> {\"They ran\"} assertion reported direct"},
		"a mark before what is no quotation":              {"Nurse/NOUN/0/root +,/PUNCT/1/punct night/NOUN/1/parataxis", []event.Linked{linkedCue(1, 3, event.Assertion, "sck")}, ""},
	} {
		g, trees := article(t, "\n"+c.lines+"\n")
		got := draw(g, FindLinked(g, trees, [][]event.Linked{c.linked}, nil, cues))
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", name, g.Text, got, c.want)
		}
	}
}

// TestLinkedRule: the record shows which found it, and how sure that is.
func TestLinkedRule(t *testing.T) {
	g, trees := article(t, "\nParis/PROPN/2/nsubj denied/VERB/0/root/deny on/ADP/4/case Monday/PROPN/2/obl +./PUNCT/2/punct\n")
	found := FindLinked(g, trees, [][]event.Linked{{linkedCue(1, 1.5, event.Assertion, "sckk-")}}, nil, knowledge(t))
	if len(found) != 1 || found[0].Evidence.Rule != linkedRule || math.Abs(found[0].Confidence-.82) > .01 {
		t.Errorf("found %+v", found)
	}
}

func TestLikelihood(t *testing.T) {
	last := 0.0
	for score := float32(-20); score <= 20; score += .25 {
		got, exact := likelihood(score), 1/(1+math.Exp(-float64(score)))
		if got < last || math.Abs(got-exact) > .01 {
			t.Errorf("likelihood of %g is %g, behind %g; exactly %g", score, got, last, exact)
		}
		last = got
	}
}

// TestLikeliest: a doubtful word inside a content belongs to it, a likely one alone does not.
func TestLikeliest(t *testing.T) {
	for _, c := range []struct {
		scores []float32
		want   string
	}{
		{nil, ""},
		{[]float32{-1, -1, 4, 2, -1, 3, 3, -2, -2}, "--kkkkk--"},
		{[]float32{-4, 2, -4, -4}, "----"},
		{[]float32{4, 4, -4, -4, 4, 4}, "kk--kk"},
		{[]float32{9, 9, -4, -9}, "kk--"},
	} {
		var roles []event.Roles
		for _, s := range c.scores {
			roles = append(roles, event.Roles{Content: s})
		}
		got := ""
		for _, is := range likeliest(roles) {
			got += map[bool]string{true: "k", false: "-"}[is]
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.scores, got, c.want)
		}
	}
}

// FuzzFindLinked holds that nothing that a head may say is too odd.
func FuzzFindLinked(f *testing.F) {
	for seed := range uint64(100) {
		f.Add(seed, 40+int(seed))
	}
	cues := knowledge(f)
	f.Fuzz(func(t *testing.T, seed uint64, words int) {
		g, trees := wild(seed, 1+max(0, words)%2000)
		last := text.Ref{}
		for _, a := range FindLinked(g, trees, wildLinks(seed, trees), nil, cues) {
			sound(t, g, a)
			first := start(a)
			if first.Before(last) {
				t.Errorf("out of order: %v behind %v", first, last)
			}
			last = first
		}
	})
}

// wildLinks makes up what a head says of trees.
func wildLinks(seed uint64, trees []*syntax.Tree) [][]event.Linked {
	r := rand.New(rand.NewPCG(seed, 1))
	score := func() float32 { return float32(r.NormFloat64() * 4) }
	linked := make([][]event.Linked, len(trees))
	for s, t := range trees {
		for i := range t.Len() {
			if r.IntN(3) > 0 {
				continue
			}
			l := event.Linked{Word: i, Score: score(), Type: event.Assertion, Stance: event.Reported, Roles: make([]event.Roles, t.Len())}
			for w := range l.Roles {
				l.Roles[w] = event.Roles{Source: score(), Cue: score(), Content: score(), Addressee: score()}
			}
			linked[s] = append(linked[s], l)
		}
	}
	return linked
}
