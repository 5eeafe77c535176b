package attribution

import (
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// kindOf tells the kind of a source by its words: by the nouns that data/cues lists, and by the kind of its mention. The
// tree is that of the source's sentence. An empty source has the kind "". Pronouns tell nothing: who is meant, a later stage
// knows.
func (c *Cues) kindOf(t *syntax.Tree, mentions event.Mentions, source event.Phrase) event.SourceKind {
	if source.Empty() || t == nil || source.Head >= t.Len() {
		return ""
	}
	mention := mentions.At(source.Ref())
	named := t.UPOS[source.Head] == "PROPN"
	kind := event.Kind("")
	if mention != nil {
		kind, named = mention.Kind, mention.Form == event.ByName
	}
	if kind == event.Person && named {
		return event.NamedPerson
	}
	if k := c.kindByWord(t, source); k != "" {
		if named && (k == event.UnnamedOfficial || k == event.Witness) || hasName(t, mentions, source) {
			return event.NamedPerson
		}
		return k
	}
	return kindByMention(kind, named, t, source.Head)
}

// kindByWord looks the head noun up, and the words compounded with it ("state television", "rebel commander").
func (c *Cues) kindByWord(t *syntax.Tree, source event.Phrase) event.SourceKind {
	if k := c.sources[strings.ToLower(t.Lemmas[source.Head])]; k != "" {
		return k
	}
	return c.sources[t.Lower(source.Head)]
}

// hasName reports whether a phrase headed by a common noun holds a person's name beside it: "the minister, Ada Holm,".
func hasName(t *syntax.Tree, mentions event.Mentions, source event.Phrase) bool {
	for d := range t.Dependents(source.Head) {
		if !t.Is(d, "appos", "flat") || t.UPOS[d] != "PROPN" {
			continue
		}
		if m := mentions.At(t.Ref(d)); m == nil || m.Kind == event.Person {
			return true
		}
	}
	return false
}

// kindByMention is the kind of a source whose noun is in no list.
func kindByMention(kind event.Kind, named bool, t *syntax.Tree, head int) event.SourceKind {
	switch {
	case kind == event.Person && named:
		return event.NamedPerson
	case kind == event.Organization, kind == event.Location:
		return event.Institution
	case kind == event.Role:
		return event.UnnamedOfficial
	case kind == "" && named && t.Dependent(head, "det") < 0:
		return event.NamedPerson
	case kind == "" && named:
		return event.Institution
	}
	return event.OtherSource
}
