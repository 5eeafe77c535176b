package web

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestDocument holds schema/openapi.json to what the code says.
func TestDocument(t *testing.T) {
	o := options()
	o.MaxText = 1 << 20 // as demarche serve has it where nothing is said
	doc := newRig(t, backend(), o, nil).do("GET", "/api/v1/openapi.json", "").Body.Bytes()
	golden(t, "../../schema/openapi.json", doc)
	if !bytes.Equal(doc, newRig(t, backend(), o, nil).do("GET", "/api/v1/openapi.json", "").Body.Bytes()) {
		t.Error("a second server has another document")
	}
	schemas := doc[bytes.Index(doc, []byte(`"schemas"`)):]
	for _, m := range regexp.MustCompile(`"\$ref": "([^"]*)"`).FindAllStringSubmatch(string(doc), -1) {
		name, ok := strings.CutPrefix(m[1], components)
		if !ok || !bytes.Contains(schemas, []byte("\n      \""+name+"\": {")) {
			t.Errorf("%s leads nowhere", m[1])
		}
	}
	if bytes.Contains(doc, []byte("$schema")) || bytes.Contains(doc, []byte("$defs")) {
		t.Error("there is a link to a schema in the document")
	}
}

// TestDocumentOfToken: a server with a token says so.
func TestDocumentOfToken(t *testing.T) {
	o := options()
	o.Token = "0123456789abcdef0123456789abcdef"
	w := newRig(t, backend(), o, nil).do("GET", "/api/v1/openapi.json", "", "Authorization", "Bearer "+o.Token)
	var doc struct {
		Security   []map[string][]string
		Components struct {
			SecuritySchemes map[string]struct{ Type, Scheme string }
		}
		Paths map[string]map[string]struct{ Security *[]any }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if s := doc.Components.SecuritySchemes["token"]; len(doc.Security) != 1 || s.Type != "http" || s.Scheme != "bearer" {
		t.Errorf("%+v", doc)
	}
	if s := doc.Paths["/healthz"]["get"].Security; s == nil || len(*s) != 0 {
		t.Error("/healthz wants the token")
	}
}

// TestAnswersKeepTheSchemas: what routes answer is what the document says, of articles of all kinds too.
func TestAnswersKeepTheSchemas(t *testing.T) {
	o := options()
	o.MaxText = 1 << 20
	g := newRig(t, engine(t), o, nil)
	var doc any
	if err := json.Unmarshal(g.do("GET", "/api/v1/openapi.json", "").Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{
		"SampleList": g.do("GET", "/api/v1/samples", "").Body.String(),
		"Versions":   g.do("GET", "/api/v1/version", "").Body.String(),
		"Problem":    g.post("/api/v1/records", `{"text": "", "title": 5}`).Body.String(),
		"Submission": `{"text": "a", "published": "2011-07-19", "title": null}`,
	} {
		if err := validate(t, compiler, name, body); err != nil {
			t.Errorf("%s: %v\n%s", name, err, body)
		}
	}
	for _, article := range []string{words(t, 2000), "Hier ist von Wahlen und von nichts anderem die Rede.", "\x00\x1b[31m", "x", strings.Repeat("Rebels\u202e <script> ", 100)} {
		for route, name := range map[string]string{"records": "Record", "dossiers": "Dossier"} {
			w := g.do("POST", "/api/v1/"+route, article, "Content-Type", "text/plain")
			if err := validate(t, compiler, name, w.Body.String()); w.Code != 200 || err != nil {
				t.Errorf("%d %s of %.30q: %v", w.Code, name, article, err)
			}
		}
	}
	for name, body := range map[string]string{"Submission": `{"text": "a", "path": "b"}`, "Versions": `{"version": "1"}`, "Record": `{"schema": "demarche/1"}`, "Dossier": `{"record": null}`} {
		if validate(t, compiler, name, body) == nil {
			t.Errorf("%s takes %s", name, body)
		}
	}
}

// validate holds a body to a schema of the document.
func validate(t *testing.T, compiler *jsonschema.Compiler, name, body string) error {
	t.Helper()
	s, err := compiler.Compile("openapi.json#/components/schemas/" + name)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// TestDocs: the page of the API names every route and schema, needs nothing from elsewhere, and runs no script.
func TestDocs(t *testing.T) {
	g := newRig(t, backend(), options(), nil)
	page := g.do("GET", "/docs", "").Body.String()
	var doc apiDocument
	if err := json.Unmarshal(g.do("GET", "/api/v1/openapi.json", "").Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	for path := range doc.Paths {
		if !strings.Contains(page, "<code>"+path+"</code>") {
			t.Errorf("%s is not told", path)
		}
	}
	ids := regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1)
	var all []string
	for _, m := range ids {
		if slices.Contains(all, m[1]) {
			t.Errorf("two have the id %s", m[1])
		}
		all = append(all, m[1])
	}
	for _, m := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !slices.Contains(all, m[1]) {
			t.Errorf("#%s leads nowhere", m[1])
		}
	}
	for name := range doc.Components.Schemas {
		if !slices.Contains(all, name) {
			t.Errorf("the schema %s is not told", name)
		}
	}
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"#][^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], "/") && m[1] != "data:," {
			t.Errorf("it needs %s", m[1])
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "style=") || strings.Contains(page, "ZgotmplZ") {
		t.Error("there is a script or a style in it")
	}
}
