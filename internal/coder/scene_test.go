package coder_test

import (
	"context"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestScene: when and where the first statement of an article was made. A bar parts the words of the date from the place.
func TestScene(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ text, want string }{
		{"The minister told reporters in Bergen on Monday that the dam was safe.", "Monday | Bergen"},
		{"The governor told a news conference in Oslo on Friday that the strike was over.", "Friday | Oslo"},
		{"The ministry said in a statement issued in New Delhi on Monday that two soldiers had died.", "Monday | New Delhi"},
		{"In an interview Thursday with the state radio, the mayor said the bridge had fallen.", "Thursday | "},
		{"In a report issued Tuesday, the central bank said that prices would rise.", "Tuesday | "},
		{"The envoy told the paper in an interview published Sunday that he would resign.", "Sunday | "},
		{"Speaking at a conference in Geneva on Friday, the doctor said that the fever was spreading.", "Friday | Geneva"},
		{"Speaking to journalists in Quito on Monday, the lawyer denied that her client had fled.", "Monday | Quito"},
		{"At a news conference in Lagos on Tuesday, police said that two men had been arrested on Sunday.", "Tuesday | Lagos"},
		{"The wells are dry, the ambassador told the agency by telephone from Bamako on Monday.", "Monday | Bamako"},
		{"In a speech in Lima on Sunday marking the end of the war, the president called for calm.", "Sunday | Lima"},
		{"Other reports Tuesday showed that factory orders had fallen.", "Tuesday | "},
		{"Monday's newspaper said that the mayor would resign.", "Monday | "},

		{"In an article in Saturday's paper, the admiral wrote that the fleet was old.", "Saturday | "},
		{"At a news conference during a visit to Algeria, the king denounced the raid.", " | Algeria"},
		{"On a trip to Kenya last week, the banker said that the loan was safe.", "last week | Kenya"},
		{"The bank's report, issued Thursday, said that prices had risen.", "Thursday | "},
		{"A ministry statement Friday said that the bridge had fallen.", "Friday | "},

		// A time or place of something else.
		{"December's figures showed that exports had fallen.", ""},
		{"The future king said he would sail to Norway.", ""},
		{"Last month's winner said she would sue.", ""},
		{"The general, who arrived in Kabul on Monday, told reporters that the pass was open.", ""},
		{"The clerk told villagers who had gathered in Ayod on Sunday that food would come.", ""},
		{"The sect asked the army in Mali to free the women.", ""},
		{"The rebels' leader told a radio station in Goma on Friday that his men had taken the airport.", "Friday | "},
		{"In a letter to a court in Cadiz, the prisoner said he was ill.", ""},
		{"In a report on Mali found by soldiers on Monday, the bank said that the wells were dry.", ""},
		{"The report is not expected until next year.", ""},
	} {
		r, err := c.Code(context.Background(), demarche.Article{Text: one.text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		if got := firstScene(&r); got != one.want {
			t.Errorf("%s: %q, want %q", one.text, got, one.want)
		}
	}
}

// firstScene is the date and the place of an article's first statement, "" if it has neither.
func firstScene(r *record.Record) string {
	if len(r.Attributions) == 0 {
		return "no statement"
	}
	a := r.Attributions[0]
	date, place := "", ""
	for _, d := range r.Dates {
		if d.ID == a.Date {
			date = d.Text
		}
	}
	for _, p := range r.Places {
		if p.ID == a.Place {
			place = p.Name
		}
	}
	if date == "" && place == "" {
		return ""
	}
	return date + " | " + place
}
