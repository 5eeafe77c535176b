package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// A colon can be a cue: "Rebels: we hold the port" and "We hold the port: rebels" in a headline, "HOLM: We will see." in a
// transcript; so can a dash behind a quotation: "“We hold the port.” — a rebel commander".

// most is how many words a speaker before a colon may have.
const most = 8

// headline makes drafts of the colons and dashes of a sentence.
func (f *finder) headline(s *sentence) {
	if f.dash(s) {
		return
	}
	k := slices.Index(s.forms(), ":")
	if k < 0 || !f.g.Sentences[s.no].Paragraph {
		return
	}
	n := s.t.Len()
	switch left, right := s.bare(0, k), s.bare(k+1, n); {
	case k <= most && k+1 < n && left >= 0 && s.canSpeak(left):
		f.marked(s, "colon", k, extent{s.flat(0), s.flat(k)}, extent{s.flat(k + 1), f.paragraphEnd(s.no)}, left)
	case s.no == 0 && n-k-1 <= most && k > 2 && right >= 0 && s.canSpeak(right):
		f.marked(s, "colon", k, extent{s.flat(k + 1), s.flat(n)}, extent{s.flat(0), s.flat(k)}, right)
	}
}

// forms returns the forms of the sentence's words.
func (s *sentence) forms() []string {
	forms := make([]string, s.t.Len())
	for i := range forms {
		forms[i] = s.t.Form(i)
	}
	return forms
}

// bare returns the head of the words [lo, hi) if they are a phrase without a verb; else -1.
func (s *sentence) bare(lo, hi int) int {
	head := -1
	for i := lo; i < hi; i++ {
		if s.t.UPOS[i] == "VERB" || s.t.UPOS[i] == "AUX" || s.t.UPOS[i] == "ADP" && i == lo {
			return -1
		}
		nominal := s.t.UPOS[i] == "PROPN" || s.t.UPOS[i] == "NOUN"
		if h := s.t.Head(i); head < 0 && nominal && (h < lo || h >= hi) {
			head = i
		}
	}
	return head
}

// canSpeak reports whether the word before a colon is somebody, or something that reports: "Rebels:", "Poll:".
func (s *sentence) canSpeak(w int) bool {
	if mention := s.mentions.At(s.t.Ref(w)); mention != nil && mention.Form == event.ByName {
		return mention.Kind == event.Person || mention.Kind == event.Organization
	}
	lemma := strings.ToLower(s.t.Lemmas[w])
	if s.cues.sources[lemma] != "" {
		return true
	}
	return len(s.mentions) == 0 && s.t.UPOS[w] == "PROPN" || s.isSomebody(w) && s.mentions.At(s.t.Ref(w)) != nil
}

// paragraphEnd is the end of the last word of the paragraph that sentence no begins.
func (f *finder) paragraphEnd(no int) int {
	for no++; no < len(f.g.Sentences) && !f.g.Sentences[no].Paragraph; {
		no++
	}
	return f.g.Sentences[no-1].End
}

// endsParagraph reports whether a paragraph ends with sentence no.
func (f *finder) endsParagraph(no int) bool {
	return no+1 == len(f.g.Sentences) || f.g.Sentences[no+1].Paragraph
}

// marked makes a draft whose cue is the mark at word k.
func (f *finder) marked(s *sentence, lemma string, k int, source, content extent, head int) {
	c := f.cues.at(Mark, lemma, "")
	for source.lo < source.hi && f.isPunctuation(source.lo) { // the mark of a quotation that the label opens
		source.lo++
	}
	source, content = f.trimEdges(source), f.trimEdges(content)
	if len(c) == 0 || source.empty() || content.empty() || f.isLabel(s, head, content) || head < source.lo-s.first || head >= source.hi-s.first {
		return
	}
	group := text.Range{Sentence: s.no, Start: k, End: k + 1}
	d := &draft{cue: c[0], s: s, group: s.extentOf(group), source: source, content: []extent{content}, a: &event.Attribution{
		Type: c[0].Type, Stance: c[0].Stance, CueLemma: c[0].Lemma, Confidence: .7,
		Cue: event.Phrase{Range: group, Head: k}, Source: event.Phrase{Range: s.rangeOf(source), Head: head},
		Evidence: event.Evidence{Rule: c[0].Rule, Words: []text.Range{group}},
	}}
	d.a.SourceKind = f.cues.kindOf(s.t, f.mentions, d.a.Source)
	s.keep(d)
}

// isLabel reports whether a colon parts no words from who says them, but a label from what it names: "Source: NATO", "Twitter: @oslo".
func (f *finder) isLabel(s *sentence, head int, content extent) bool {
	return strings.EqualFold(s.t.Form(head), "source") || strings.Contains(f.form(content.lo), "@")
}

// dash makes a draft of a dash that stands between a quotation and a phrase at the end of the paragraph.
func (f *finder) dash(s *sentence) bool {
	for k := s.t.Len() - 2; k > 0 && k >= s.t.Len()-most-2; k-- {
		if !strings.Contains("-–—―", s.t.Form(k)) {
			continue
		}
		q := f.inQuote[s.flat(k)-1]
		head := s.bare(k+1, s.t.Len())
		if q < 0 || f.quotes[q].end != s.flat(k) || head < 0 || !f.endsParagraph(s.no) {
			return false
		}
		f.marked(s, "dash", k, extent{s.flat(k + 1), s.flat(s.t.Len())}, extent{f.quotes[q].start, f.quotes[q].end}, head)
		return true
	}
	return false
}
