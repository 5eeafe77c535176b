package score

import "example.org/demarche/record"

// A scene is what two records of one article say about who and where.
type scene struct {
	page        page
	gold, found record.Record
	goldCast    cast
	foundCast   cast
	to          map[record.ID]record.ID // from found entities to those of gold
}

// newScene reads the entities of two records of one article.
func newScene(gold, found record.Record) scene {
	p := newPage(gold.Article.Text)
	return scene{p, gold, found, castOf(p, gold), castOf(p, found), align(p, gold, found)}
}

// sameSides reports for actors and recipients whether they are the same entities.
func (s scene) sameSides(g, f clause) (actors, recipients bool) {
	return either(g.Reciprocal, g.actors, g.recipients, f.actors, f.recipients, func(a, b side) bool {
		return sameEntities(a.ids, b.ids, s.to)
	})
}

// sharedSides reports for actors and recipients whether they share a word.
func (s scene) sharedSides(g, f clause) (actors, recipients bool) {
	return either(g.Reciprocal, g.actors, g.recipients, f.actors, f.recipients, func(a, b side) bool {
		return shareWords(a, b, s.goldCast, s.foundCast)
	})
}

// either compares the sides as they stand; if that fails and they may be swapped, crosswise.
func either(swap bool, ga, gr, fa, fr side, same func(a, b side) bool) (actors, recipients bool) {
	actors, recipients = same(ga, fa), same(gr, fr)
	if swap && !(actors && recipients) && same(ga, fr) && same(gr, fa) {
		return true, true
	}
	return actors, recipients
}

// samePlace reports whether both ids are null, or lead to places that share a mention.
func (s scene) samePlace(gold, found record.ID) bool {
	if gold == "" || found == "" {
		return gold == found
	}
	return overlap(s.placeWords(s.gold, gold), s.placeWords(s.found, found))
}

// placeWords is the words of all mentions of a place.
func (s scene) placeWords(r record.Record, id record.ID) set {
	var spans []record.Span
	for _, p := range r.Places {
		if p.ID == id {
			for _, m := range p.Mentions {
				spans = append(spans, m.Span)
			}
		}
	}
	return s.page.cover(spans...)
}
