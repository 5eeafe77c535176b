package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// contentPolicy lets a page run and load what comes from this server, and nothing else; no page may frame it.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// headed gives every answer the headers that keep a browser from doing more with it than is meant.
func headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store") // but for what does not change, which says so itself
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		next.ServeHTTP(w, r)
	})
}

// hosted answers only requests that call the server by one of its names. A page elsewhere can point a name of its own at this
// machine (DNS rebinding), but its browser then sends that name.
func hosted(hosts []string, next http.Handler) http.Handler {
	answered := map[string]bool{}
	for _, h := range hosts {
		if !hasPort(h) {
			h = bare(h)
		}
		answered[strings.ToLower(h)] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := strings.ToLower(r.Host)
		name := host
		if h, _, err := net.SplitHostPort(host); err == nil {
			name = h
		}
		if !answered[host] && !answered[bare(name)] {
			newProblem(http.StatusMisdirectedRequest, "this server does not answer to that Host; the names that it answers to are told when it starts, and --host adds one").write(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// bare is a name without the full stop that may end it, or an IPv6 address without its brackets.
func bare(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(name, "["), "]"), ".")
}

// aHost is what a browser can send as Host: letters, digits and signs of ASCII, an IPv6 address in brackets or bare, and behind these a port.
var aHost = regexp.MustCompile(`^([A-Za-z0-9._-]*[A-Za-z0-9_-]\.?|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?$|^[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$`)

// checkHosts refuses what no Host can be.
func checkHosts(hosts []string) error {
	for _, h := range hosts {
		if !aHost.MatchString(h) {
			return fmt.Errorf("--host %q: write the name alone, or NAME:PORT, as browsers send it: news.example.org, xn--mnchen-3ya.example.org; none stands for several", h)
		}
	}
	return nil
}

// loopbackHosts are the names of this machine that a server on its loopback answers to.
func loopbackHosts(listening *net.TCPAddr) []string {
	port := strconv.Itoa(listening.Port)
	hosts := []string{"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port, net.JoinHostPort(listening.IP.String(), port)}
	if port == "80" { // browsers leave it out
		hosts = append(hosts, "localhost", "127.0.0.1", "[::1]")
	}
	return hosts
}

// sameOrigin refuses what a page of another origin makes a browser send: every such POST, and every such request of the API.
func sameOrigin(next http.Handler) http.Handler {
	deny := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		newProblem(http.StatusForbidden, "a page of another origin may not use this server").write(w)
	})
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(deny)
	protected := protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if site := r.Header.Get("Sec-Fetch-Site"); isAPI(r) && (site == "cross-site" || site == "same-site") {
			deny(w, r)
			return
		}
		protected.ServeHTTP(w, r)
	})
}

// isAPI reports whether a request is one of the API, not of the page.
func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

// authorized wants the token with every request of the API; "" is no token, and wants nothing. Digests are compared, in a time that
// tells nothing of the token, its length not excepted.
func authorized(token string, next http.Handler) http.Handler {
	if token == "" {
		return next
	}
	want := sha256.Sum256([]byte(token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isAPI(r) && !bears(r, want) {
			newProblem(http.StatusUnauthorized, "the API wants the token of --token-file, as Authorization: Bearer TOKEN").
				with("WWW-Authenticate", `Bearer realm="demarche"`).write(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// bears reports whether a request has the token with this digest.
func bears(r *http.Request, want [sha256.Size]byte) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	got := sha256.Sum256([]byte(strings.TrimSpace(token)))
	return subtle.ConstantTimeCompare(got[:], want[:]) == 1 && strings.EqualFold(scheme, "Bearer")
}
