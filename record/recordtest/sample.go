package recordtest

import "example.org/demarche/record"

// Sample is a record without fault in which every part of the form occurs.
func Sample() record.Record {
	text := "In Zagreb, a minister said <on Monday> that police & army hold a bridge 80 km north of the city, where 12 died."
	span := func(start, end int) record.Span { return record.Span{Start: start, End: end} }
	return record.Record{
		Schema: record.Current,
		Article: record.Article{
			ID: record.ArticleID(text, ""), Title: "Bridge", Published: "1993-02-02", PublishedFrom: record.OriginField,
			Language: "en", Text: text,
		},
		Coder:     record.Coder{Version: "0.1.0", Data: record.ArticleID("", "")},
		Sentences: []record.Span{span(0, 111)},
		Entities: []record.Entity{{
			ID: "n1", Name: "a minister", Kind: record.EntityRole, Country: "HRV", Sector: "GOV", Sectors: []record.Sector{"GOV"},
			Code: "HRVGOV", Role: "minister", Mentions: []record.Mention{{Span: span(11, 21), Type: record.MentionNominal}},
		}, {
			ID: "n2", Name: "Police", Kind: record.EntityArmedGroup, Country: "HRV", Sector: "COP", Sectors: []record.Sector{"COP"},
			Code: "HRVCOP", Named: true, Mentions: []record.Mention{{Span: span(44, 57), Type: record.MentionName}},
		}},
		Places: []record.Place{{
			ID: "p1", Name: "Zagreb", Lat: new(record.Degrees(45.81444)), Lon: new(record.Degrees(15.97798)), Country: "HRV",
			GeoNames: 3186886, Feature: "PPLC", Precision: record.PrecisionCity, RadiusKm: 7.5, Confidence: 0.92,
			Mentions: []record.PlaceMention{{Span: span(3, 9), Type: record.PlaceLocation}},
		}, {
			ID: "p2", Name: "a bridge", Lat: new(record.Degrees(46.53412)), Lon: new(record.Degrees(-0.00001)),
			Precision: record.PrecisionArea, RadiusKm: 20, Confidence: 0.5,
			Relative: &record.Relative{To: []record.ID{"p1"}, Km: 80, Bearing: record.BearingN},
			Mentions: []record.PlaceMention{{Span: span(63, 71), Type: record.PlaceLocation}},
		}},
		Dates: []record.TimeExpr{{
			ID: "d1", Span: span(28, 37), Text: "on Monday", Type: record.TimeDate, Value: "1993-02-01",
			From: "1993-02-01", To: "1993-02-01", Rule: "weekday.txt:4",
		}},
		Attributions: []record.Attribution{{
			ID: "a1", Type: record.AttributionAssertion,
			Source:  &record.Source{Span: span(11, 21), Text: "a minister", Entity: "n1", Kind: record.SourceUnnamedOfficial},
			Cue:     &record.Cue{Span: span(22, 26), Text: "said", Lemma: "say"},
			Content: []record.Span{span(39, 110)}, Quote: record.QuoteIndirect, Stance: record.StanceReported,
			Date: "d1", Place: "p1", Rule: "say.txt:12 say", Confidence: 1,
		}},
		Events: []record.Event{{
			ID: "e1", Type: record.Mobilize, Mode: "police", Contexts: []record.Context{"military"}, CAMEO: "154", QuadClass: 4, Goldstein: new(record.Goldstein(-7.2)),
			Actors: []record.ID{"n2"}, ActorMentions: []record.Span{span(44, 57)},
			Date:  &record.EventDate{To: "1993-02-01", Expression: "d1", Basis: record.BasisTense},
			Place: "p2", Counts: []record.Count{{Kind: record.CountKilled, Value: new(12), From: new(12), Span: span(103, 105)}},
			Status: record.StatusOngoing, Attributions: []record.ID{"a1"}, Stance: record.StanceReported,
			Evidence: []record.Span{span(58, 62)}, Because: "told as going on", Rule: "mobilize.txt:7 hold", Confidence: 0.5,
		}},
		States: []record.State{{
			ID: "s1", Kind: record.StateControl, Subject: "n2", Place: "p2", AsOf: "1993-02-02", Status: record.StateClaimed,
			Attributions: []record.ID{"a1"}, Evidence: []record.Span{span(58, 62)}, Rule: "control.txt:3 hold",
		}},
		Notes: []record.Note{{Span: span(58, 62), Text: "two readings"}},
	}
}
