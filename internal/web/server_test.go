package web

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// listening is a server that listens at a free port, and how to stop it: stop returns what Serve does.
func listening(t *testing.T, b *Backend, o Options) (s *Server, stop func() error) {
	t.Helper()
	o.Listen, o.Faults = "127.0.0.1:0", slog.New(slog.DiscardHandler)
	s, err := Open(b, o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx) }()
	return s, func() error { cancel(); return <-done }
}

// TestStop: a server that is told to stop takes no more requests, answers those in flight, and ends without an error.
func TestStop(t *testing.T) {
	b, began, release := held()
	s, stop := listening(t, b, options())
	answered := make(chan string, 1)
	go func() {
		resp, err := http.Post(s.URL()+"api/v1/records", "text/plain", strings.NewReader("Rebels took Brega."))
		if err != nil {
			answered <- err.Error()
			return
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			answered <- err.Error()
			return
		}
		answered <- string(body)
	}()
	<-began
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	for refused := false; !refused; time.Sleep(time.Millisecond) {
		c, err := net.Dial("tcp", s.listener.Addr().String())
		if refused = err != nil; !refused {
			c.Close()
		}
	}
	select {
	case err := <-stopped:
		t.Fatalf("it stopped with a request in flight: %v", err)
	default:
	}
	close(release)
	if got := <-answered; !strings.Contains(got, "Rebels took Brega.") {
		t.Errorf("the request in flight got %q", got)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// TestOpen: beyond loopback a server listens only with a token and a name.
func TestOpen(t *testing.T) {
	const token = "0123456789abcdef0123456789abcdef"
	for _, c := range []struct {
		listen, token string
		hosts         []string
		local         bool
		want          string // in the error
	}{
		{"127.0.0.1:0", "", nil, true, ""}, {"127.9.9.9:0", "", nil, true, ""}, {"[::1]:0", "", nil, true, ""}, {"localhost:0", "", nil, true, ""}, {"[::ffff:127.0.0.1]:0", "", nil, true, ""},
		{"127.0.0.1:0", token, []string{"news.example.org"}, true, ""},
		{"0.0.0.0:0", token, []string{"news.example.org"}, false, ""}, {":0", token, []string{"news.example.org"}, false, ""}, {"192.0.2.1:80", token, []string{"n"}, false, ""},
		{"0.0.0.0:0", "", nil, false, "--token-file"}, {":0", token, nil, false, "--host"}, {"[::]:0", "", []string{"news.example.org"}, false, "--token-file"},
		{"192.0.2.1:80", "", nil, false, "--token-file"}, {"8087", "", nil, false, "ADDRESS:PORT"}, {"example.org:80", token, []string{"n"}, false, "is no address"},
		{"[::1%lo]:0", "", nil, true, ""},
		{"0.0.0.0:0", token, []string{"http://news.example.org"}, false, "the name alone"}, {"127.0.0.1:0", "", []string{""}, false, "the name alone"},
	} {
		o := options()
		o.Listen, o.Token, o.Hosts = c.listen, c.token, c.hosts
		local, err := o.Local()
		if local != c.local || c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: %v, %v", c, local, err)
		}
		if c.want != "" {
			if s, err := Open(backend(), o); err == nil {
				t.Errorf("%+v: opened %s", c, s.URL())
			}
		}
	}
	s, stop := listening(t, backend(), options())
	defer stop()
	o := options()
	o.Listen, o.Faults = s.listener.Addr().String(), slog.New(slog.DiscardHandler)
	if _, err := Open(backend(), o); err == nil || !strings.Contains(err.Error(), "another program listens there") {
		t.Errorf("a port that is taken: %v", err)
	}
}

// TestURL: the address of the page is one that the server answers to.
func TestURL(t *testing.T) {
	s, stop := listening(t, backend(), options())
	defer stop()
	resp, err := http.Get(s.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		t.Errorf("status %d", resp.StatusCode)
	}
	o := options()
	o.Listen, o.Token, o.Hosts, o.Faults = "0.0.0.0:0", "0123456789abcdef0123456789abcdef", []string{"news.example.org", "other"}, slog.New(slog.DiscardHandler)
	beyond, err := Open(backend(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer beyond.listener.Close()
	if u := beyond.URL(); !strings.HasPrefix(u, "http://news.example.org:") || strings.HasSuffix(u, ":0/") {
		t.Errorf("URL %s", u)
	}
}

// TestTimeLimits: nothing that a client can draw out is without a limit, and an answer has time for its request's wait and work.
func TestTimeLimits(t *testing.T) {
	s := newHTTP(http.NotFoundHandler(), slog.New(slog.DiscardHandler))
	for name, d := range map[string]time.Duration{"header": s.ReadHeaderTimeout, "read": s.ReadTimeout, "write": s.WriteTimeout, "idle": s.IdleTimeout} {
		if d <= 0 || d > 5*time.Minute {
			t.Errorf("%s: %v", name, d)
		}
	}
	if s.WriteTimeout <= s.ReadTimeout+waitTime+workTime || StopTime < waitTime+workTime {
		t.Errorf("write %v, stop %v", s.WriteTimeout, StopTime)
	}
	if s.MaxHeaderBytes <= 0 || s.MaxHeaderBytes > 64<<10 {
		t.Errorf("%d bytes of headers", s.MaxHeaderBytes)
	}
}

// TestWire sends what no client of the standard library does, byte by byte.
func TestWire(t *testing.T) {
	o := options()
	o.MaxText = 1000
	s, stop := listening(t, backend(), o)
	defer stop()
	at := s.listener.Addr().String()
	for _, c := range []struct{ name, send, want string }{
		{"no Host", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400 "},
		{"two Hosts", "GET / HTTP/1.1\r\nHost: " + at + "\r\nHost: evil\r\n\r\n", "HTTP/1.1 400 "},
		{"a whole address", "GET http://evil.example.net/ HTTP/1.1\r\nHost: " + at + "\r\n\r\n", "HTTP/1.1 421 "},
		{"no length", "POST /api/v1/records HTTP/1.1\r\nHost: " + at + "\r\nContent-Type: text/plain\r\n\r\n", "HTTP/1.1 422 "},
		{"a length of its own and chunks", "POST /api/v1/records HTTP/1.1\r\nHost: " + at + "\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", "HTTP/1.1 200 "},
		{"chunks beyond the limit", "POST /api/v1/records HTTP/1.1\r\nHost: " + at + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" + "1000\r\n" + strings.Repeat("x", 0x1000) + "\r\n0\r\n\r\n", "HTTP/1.1 413 "},
		{"long headers", "GET / HTTP/1.1\r\nHost: " + at + "\r\nX-Long: " + strings.Repeat("x", 64<<10) + "\r\n\r\n", "HTTP/1.1 431 "},
		{"another protocol", "SSH-2.0-client\r\n\r\n", "HTTP/1.1 400 "},
		{"*", "OPTIONS * HTTP/1.1\r\nHost: " + at + "\r\n\r\n", "HTTP/1.1 404 "},
		{"* of another Host", "OPTIONS * HTTP/1.1\r\nHost: evil.example.net\r\n\r\n", "HTTP/1.1 421 "},
	} {
		conn, err := net.Dial("tcp", at)
		if err != nil {
			t.Fatal(err)
		}
		_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
		go io.WriteString(conn, c.send)
		line, _ := bufio.NewReader(conn).ReadString('\n')
		conn.Close()
		if !strings.HasPrefix(line, c.want) {
			t.Errorf("%s: %q", c.name, line)
		}
	}
}
