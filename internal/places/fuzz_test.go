package places_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/places"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// What random sentences are made of.
var (
	someWords = strings.Fields("Tripoli Brega Libya Georgia Paris Texas New York River , ( ) - and between 30 km miles north of east from outside the town " +
		"Libyan in near said fell 100km U.S. Sea airport , , of of Zzyx to south-east a Kabul ’s")
	someRels = strings.Fields("nsubj obj obl nmod nmod:poss compound flat amod appos case conj cc punct nummod nmod:unmarked obl:agent det advmod")
	someTags = strings.Fields("PROPN PROPN PROPN NOUN VERB ADJ ADP NUM PUNCT DET")
)

// randomArticle makes sentences, trees and mentions of bytes: four a word.
func randomArticle(b []byte) (*text.Segmentation, []*syntax.Tree, event.Mentions) {
	const most = 12 // words in a sentence
	g := &text.Segmentation{}
	var sb strings.Builder
	for i := 0; i+3 < len(b); i += 4 {
		w := someWords[int(b[i])%len(someWords)]
		s := text.Span{Start: sb.Len(), End: sb.Len() + len(w)}
		g.Tokens = append(g.Tokens, text.Token{Span: s, Surface: s})
		sb.WriteString(w + " ")
	}
	g.Text = sb.String()
	var trees []*syntax.Tree
	var mentions event.Mentions
	for lo := 0; lo < len(g.Tokens); lo += most {
		hi := min(lo+most, len(g.Tokens))
		g.Sentences = append(g.Sentences, text.Sentence{Span: text.Span{Start: g.Tokens[lo].Span.Start, End: g.Tokens[hi-1].Span.End}, First: lo, End: hi})
		t := syntax.New(len(trees), g.Text, g.Tokens[lo:hi])
		fillTree(t, b[4*lo:4*hi])
		trees, mentions = append(trees, t), append(mentions, someMentions(t, b[4*lo:4*hi]))
	}
	return g, trees, mentions
}

// fillTree hangs each word on one before it, or, for an odd first byte, on one after it.
func fillTree(t *syntax.Tree, b []byte) {
	n := t.Len()
	for i := range n {
		t.UPOS[i], t.Rels[i] = someTags[int(b[4*i+1])%len(someTags)], someRels[int(b[4*i+2])%len(someRels)]
		t.Lemmas[i] = strings.ToLower(t.Form(i))
		switch back := b[0]%2 == 0; {
		case back && i == 0, !back && i == n-1:
			t.Heads[i], t.Rels[i] = syntax.NoHead, "root"
		case back:
			t.Heads[i] = int32(int(b[4*i+3]) % i)
		default:
			t.Heads[i] = int32(i + 1 + int(b[4*i+3])%(n-1-i))
		}
	}
	t.Link()
}

func someMentions(t *syntax.Tree, b []byte) (all []event.Mention) {
	kinds := []event.Kind{event.Location, event.Location, event.Person, event.Organization, event.Other, event.People}
	for i := range t.Tokens {
		if t.UPOS[i] != "PROPN" {
			continue
		}
		r := text.Range{Sentence: t.Sentence, Start: i, End: min(i+1+int(b[4*i+3])%3, t.Len())}
		all = append(all, event.Mention{Range: r, Head: i, Kind: kinds[int(b[4*i+3])%len(kinds)], Form: event.ByName, Name: r})
	}
	return all
}

// FuzzFind: on any tree there is no panic; places stand in order, with mentions inside their sentences, and what is located is
// on earth, with a precision and a radius.
func FuzzFind(f *testing.F) {
	h := build(f)
	f.Add([]byte("Tripoli and Brega, 30km north of Libya, between Paris and New York River"))
	f.Add([]byte{0, 0, 7, 0, 8, 0, 3, 0, 2, 0, 4, 0, 16, 7, 1, 1, 15, 1, 2, 3, 18, 0, 9, 9, 1, 1, 1, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 4000 {
			t.Skip()
		}
		g, trees, mentions := randomArticle(b)
		last := text.Ref{Sentence: -1}
		for _, p := range places.Find(g, trees, mentions, nil, h.gazetteer, h.places) {
			check(t, p, trees)
			first := text.Ref{Sentence: p.Mentions[0].Range.Sentence, Token: p.Mentions[0].Range.Start}
			if first.Before(last) {
				t.Fatalf("%+v out of order", p)
			}
			last = first
		}
	})
}

func check(t *testing.T, p *event.Place, trees []*syntax.Tree) {
	t.Helper()
	for _, m := range p.Mentions {
		if m.Range.Empty() || m.Range.End > trees[m.Range.Sentence].Len() || !m.Range.Has(text.Ref{Sentence: m.Range.Sentence, Token: m.Head}) {
			t.Fatalf("%s: mention %+v", p.Name, m)
		}
	}
	switch {
	case p.Name == "" || p.Confidence < 0 || p.Confidence > 1:
		t.Fatalf("%+v", p)
	case p.Located && (!(math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180) || p.Precision == "" || p.RadiusKM <= 0):
		t.Fatalf("%+v", p)
	case !p.Located && (p.Precision != "" || p.RadiusKM != 0 || p.GeoNames != 0):
		t.Fatalf("%+v", p)
	case p.Relative != nil && p.Located && p.Precision == event.AtArea && p.RadiusKM < p.Relative.KM/4:
		t.Fatalf("%+v is told too exactly", p)
	}
}

// BenchmarkFind gives the time for a token, which must not grow with the length of the text.
func BenchmarkFind(b *testing.B) {
	h := build(b)
	for _, n := range []int{10, 100, 1000} {
		g, trees, mentions := randomArticle([]byte(strings.Repeat("Tripoli and Brega, 30km north of Libya, between Paris and New York. ", n)))
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				places.Find(g, trees, mentions, nil, h.gazetteer, h.places)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(g.Tokens)), "ns/token")
		})
	}
}
