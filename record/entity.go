package record

// EntityKind says what sort of thing an entity is.
type EntityKind string

// The kinds of entity.
const (
	EntityPerson       EntityKind = "person"
	EntityOrganization EntityKind = "organization" // companies, parties, international bodies, ministries
	EntityGovernment   EntityKind = "government"   // a state as one that acts
	EntityArmedGroup   EntityKind = "armed_group"  // armies, police, rebels
	EntityPeople       EntityKind = "people"       // protesters, refugees, a nation's citizens
	EntityRole         EntityKind = "role"         // someone known by an office alone: "a senior US official"
	EntityOther        EntityKind = "other"
)

// An Entity is one person, body or group of the article, with all its mentions.
type Entity struct {
	ID       ID            `json:"id"`                                              // n1, n2, …
	Name     string        `json:"name"`                                            // the fullest that the article or our tables give
	Kind     EntityKind    `json:"kind"`                                            // what sort of thing it is
	Country  Country       `json:"country" schema:"null"`                           // the state it belongs to
	Sector   Sector        `json:"sector" schema:"null"`                            // the primary PLOVER sector
	Sectors  List[Sector]  `json:"sectors"`                                         // all of them, the primary one first
	Code     String        `json:"code" schema:"null"`                              // CAMEO-style composite of country and sectors, "LBYGOV"
	Role     String        `json:"role" schema:"null"`                              // office or function, "leader"
	Wikidata String        `json:"wikidata" schema:"null" pattern:"^Q[1-9][0-9]*$"` // item of Wikidata
	Named    bool          `json:"named"`                                           // false: known by a description alone
	Mentions List[Mention] `json:"mentions"`                                        // in order of text
}

// Position is where the entity is first mentioned, in code points.
func (e Entity) Position() int {
	if len(e.Mentions) == 0 {
		return 0
	}
	return e.Mentions[0].Start
}

// MentionType says how words refer to an entity.
type MentionType string

// The ways of referring.
const (
	MentionName    MentionType = "name"
	MentionNominal MentionType = "nominal" // a common noun: "the official"
	MentionPronoun MentionType = "pronoun"
	MentionMetonym MentionType = "metonym" // another thing's name: a capital for its government
)

// A Mention is words that refer to an entity.
type Mention struct {
	Span
	Type MentionType `json:"type"` // how the words refer
}
