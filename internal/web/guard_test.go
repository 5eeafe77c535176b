package web

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestHosts: only requests that call the server by its names are answered, whatever they ask for.
func TestHosts(t *testing.T) {
	o := options()
	o.Hosts = append(loopbackHosts(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8087}), "News.example.org", "exact.example.org:8443", "[2001:db8::1]", "2001:db8::2")
	g := newRig(t, backend(), o, built)
	for h, want := range map[string]bool{
		"localhost:8087": true, "127.0.0.1:8087": true, "[::1]:8087": true, "LOCALHOST:8087": true,
		"news.example.org": true, "news.example.org:8087": true, "news.example.org.:443": true, "exact.example.org:8443": true,
		"[2001:db8::1]": true, "[2001:db8::1]:8087": true, "[2001:db8::2]:80": true, "[2001:db8::3]": false, "[::1]": false,
		"localhost": false, "localhost:80": false, "127.0.0.1:9": false, "127.0.0.2:8087": false, "exact.example.org": false, "exact.example.org:8444": false,
		"evil.example.net": false, "evil.example.net:8087": false, "news.example.org.evil.example.net": false, "": false, "localhost:8087.evil.example.net": false,
	} {
		for _, path := range []string{"/", "/app.js", "/api/v1/version", "/healthz", "/docs", "/nothing"} {
			w := g.do("GET", path, "", "Host", h)
			if !want {
				wantProblem(t, w, http.StatusMisdirectedRequest)
			} else if w.Code == http.StatusMisdirectedRequest {
				t.Errorf("%q is not answered", h)
			}
		}
		w := g.do("POST", "/api/v1/records", "a", "Host", h, "Content-Type", "text/plain")
		if want && w.Code != 200 || !want && w.Code != http.StatusMisdirectedRequest {
			t.Errorf("POST to %q: %d", h, w.Code)
		}
	}
	if names := loopbackHosts(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80}); !strings.Contains(strings.Join(names, " ")+" ", " localhost ") {
		t.Errorf("at port 80 browsers say no port: %q", names)
	}
}

// TestCheckHosts: a name that no browser sends is refused, for with it nobody would be answered.
func TestCheckHosts(t *testing.T) {
	for h, good := range map[string]bool{
		"news.example.org": true, "News.example.org.": true, "news": true, "a_b.example.org:8443": true, "192.0.2.1": true, "192.0.2.1:80": true,
		"[2001:db8::1]": true, "[2001:db8::1]:80": true, "2001:db8::1": true, "::1": true, "xn--mnchen-3ya.example.org": true,
		"": false, ".": false, "[]": false, ":80": false, "*": false, "*.example.org": false, "münchen.example.org": false, "http://news.example.org": false,
		"news.example.org:": false, "news.example.org:http": false, "news.example.org/": false, "a b": false, "a\n": false, "u@news.example.org": false, "[fe80::1%eth0]": false,
	} {
		if err := checkHosts([]string{h}); (err == nil) != good {
			t.Errorf("%q: %v", h, err)
		}
	}
}

// TestCrossOrigin: what a page of another origin makes a browser send is refused.
func TestCrossOrigin(t *testing.T) {
	g := newRig(t, backend(), options(), built)
	for _, c := range []struct {
		method, path string
		headers      []string
		want         int
	}{
		{"POST", "/api/v1/records", nil, 200}, // no browser
		{"POST", "/api/v1/records", []string{"Sec-Fetch-Site", "same-origin", "Origin", "http://" + host}, 200},
		{"POST", "/api/v1/records", []string{"Origin", "http://" + host}, 200},
		{"POST", "/api/v1/records", []string{"Sec-Fetch-Site", "cross-site", "Origin", "http://evil.example.net"}, 403},
		{"POST", "/api/v1/records", []string{"Sec-Fetch-Site", "same-site", "Origin", "http://other.example.org"}, 403},
		{"POST", "/api/v1/records", []string{"Origin", "http://evil.example.net"}, 403},
		{"POST", "/api/v1/records", []string{"Origin", "null"}, 403},
		{"POST", "/api/v1/trees", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"GET", "/api/v1/samples", []string{"Sec-Fetch-Site", "same-origin"}, 200},
		{"GET", "/api/v1/samples", []string{"Sec-Fetch-Site", "none"}, 200}, // typed by the user
		{"GET", "/api/v1/samples", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"GET", "/api/v1/samples", []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"GET", "/", []string{"Sec-Fetch-Site", "cross-site"}, 200}, // a link to the page
	} {
		w := g.do(c.method, c.path, "a", append(c.headers, "Content-Type", "text/plain")...)
		if w.Code != c.want {
			t.Errorf("%s %s %q: %d, want %d", c.method, c.path, c.headers, w.Code, c.want)
		}
		if c.want == 403 {
			wantProblem(t, w, 403)
		}
		for name := range w.Header() {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s %s: %s", c.method, c.path, name)
			}
		}
	}
}

// TestToken: with a token, every request of the API wants it, and the page does not.
func TestToken(t *testing.T) {
	const token = "0123456789abcdef0123456789abcdef"
	o := options()
	o.Token = token
	g := newRig(t, backend(), o, built)
	api := []struct{ method, path string }{
		{"POST", "/api/v1/records"}, {"POST", "/api/v1/dossiers"}, {"POST", "/api/v1/trees"}, {"GET", "/api/v1/codebook"}, {"GET", "/api/v1/samples"},
		{"GET", "/api/v1/version"}, {"GET", "/api/v1/openapi.json"}, {"GET", "/api/v1/openapi.yaml"}, {"GET", "/api/v1/nothing"}, {"GET", "/%61pi/v1/version"},
	}
	for _, c := range api {
		for _, header := range []string{"", token, "Bearer", "Bearer ", "Bearer x", "Bearer " + token[1:], "Bearer " + token + "0", "Basic " + token, "bearer" + token} {
			w := g.do(c.method, c.path, "a", "Content-Type", "text/plain", "Authorization", header)
			wantProblem(t, w, http.StatusUnauthorized)
			if w.Header().Get("WWW-Authenticate") != `Bearer realm="demarche"` {
				t.Errorf("WWW-Authenticate %q", w.Header().Get("WWW-Authenticate"))
			}
		}
		wantProblem(t, g.do(c.method, c.path+"?token="+token, "a", "Content-Type", "text/plain", "Cookie", "token="+token), http.StatusUnauthorized)
		for _, header := range []string{"Bearer " + token, "bearer " + token, "Bearer  " + token + " "} {
			w := g.do(c.method, c.path, "a", "Content-Type", "text/plain", "Authorization", header)
			if w.Code == http.StatusUnauthorized || w.Code != 200 && c.path != "/api/v1/nothing" {
				t.Errorf("%s %s with %q: %d", c.method, c.path, header, w.Code)
			}
		}
	}
	for _, path := range []string{"/", "/app.js", "/app.css", "/docs", "/healthz"} {
		if w := g.do("GET", path, ""); w.Code != 200 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := g.do("GET", "//api/v1/version", ""); w.Code == 200 {
		t.Error("two slashes go around the token")
	}
}

// TestHeaders: every answer, errors too, keeps a browser from doing more with it than is meant, and sets no cookie.
func TestHeaders(t *testing.T) {
	g := newRig(t, backend(), options(), built)
	for _, w := range []http.Header{
		g.do("GET", "/", "").Header(), g.do("GET", "/docs", "").Header(), g.do("GET", "/nothing", "").Header(), g.do("GET", "/", "", "Host", "evil").Header(),
		g.post("/api/v1/records", `{"text": "a"}`).Header(), g.post("/api/v1/records", `{}`).Header(), g.do("GET", "/app.js", "", "Accept-Encoding", "gzip").Header(),
	} {
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options":  "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
			"Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "Set-Cookie": "",
		} {
			if w.Get(name) != want {
				t.Errorf("%s: %q", name, w.Get(name))
			}
		}
	}
}

// TestReadToken: a token is long, one line, and in a file that not everybody can read.
func TestReadToken(t *testing.T) {
	dir := t.TempDir()
	good := strings.Repeat("0123456789ab", 2)
	for _, c := range []struct {
		content string
		mode    os.FileMode
		want    string // in the error; "" for none
	}{
		{good + "\n", 0o600, ""}, {" " + good + " \r\n", 0o640, ""}, {good, 0o644, "chmod 600"}, {good, 0o602, "chmod 600"},
		{good[1:], 0o600, "has 23 characters, and needs 24"}, {"", 0o600, "has 0 characters"}, {good + "\n" + good, 0o600, "one line"}, {good + "é", 0o600, "one line"},
	} {
		name := filepath.Join(dir, "token")
		if err := os.WriteFile(name, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(name, c.mode); err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS == "windows" && strings.Contains(c.want, "chmod") {
			continue
		}
		token, err := ReadToken(name)
		if c.want == "" && (err != nil || token != good) || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%q of mode %o: %q, %v", c.content, c.mode, token, err)
		}
	}
	if _, err := ReadToken(filepath.Join(dir, "missing")); err == nil {
		t.Error("a missing file is no error")
	}
}
