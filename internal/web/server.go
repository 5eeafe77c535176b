package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"syscall"
	"time"
)

// Options say how a server is opened.
type Options struct {
	Listen  string   // ADDRESS:PORT; port 0 is one that is free
	Token   string   // that every request of the API must bear; "" for none
	Hosts   []string // names that the server answers to: NAME for any port, or NAME:PORT. On loopback its own names are answered too
	MaxText int      // bytes of an article's text
	Workers int      // articles coded at the same time
	Queue   int      // requests that wait behind them
	Rate    int      // articles a minute that a client can send; 0 for no limit
	// Faults is told of faults of the program. It must not be nil.
	Faults *slog.Logger
	// Requests is told of each request, without a word of what was sent; nil for no log.
	Requests *slog.Logger
}

// The times that a request can take. A client that is slow holds a ticket for no longer than readTime and sendTime; an article that cannot
// be coded in workTime is given up.
const (
	headerTime = 5 * time.Second
	readTime   = 30 * time.Second
	waitTime   = 30 * time.Second // for its turn
	workTime   = 2 * time.Minute
	sendTime   = 60 * time.Second // for the answer
	idleTime   = 2 * time.Minute  // between requests of one connection
	maxHeader  = 16 << 10         // bytes
)

// StopTime is how long requests in flight can take to be answered when the server is told to stop.
const StopTime = waitTime + workTime

// A Server listens. It answers when Serve is called.
type Server struct {
	listener net.Listener
	http     *http.Server
	host     string // for its URL
}

// Open checks the options and listens. Beyond the loopback interface it listens only with a token and names: whoever can reach it there is
// not known.
func Open(b *Backend, o Options) (*Server, error) {
	loopback, err := o.Local()
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", o.Listen)
	if err != nil {
		return nil, fmt.Errorf("--listen %s: %w", o.Listen, reason(err))
	}
	at := l.Addr().(*net.TCPAddr)
	hosts, host := o.Hosts, at.String()
	if loopback {
		hosts = append(loopbackHosts(at), hosts...)
	} else if host = hosts[0]; !hasPort(host) {
		host = net.JoinHostPort(bare(host), strconv.Itoa(at.Port))
	}
	var files fs.FS
	if f, built := pages(); built {
		files = f
	}
	h, err := newHandler(b, o, hosts, files)
	if err != nil {
		l.Close()
		return nil, err
	}
	return &Server{l, newHTTP(h, o.Faults), host}, nil
}

// hasPort reports whether a Host names its port.
func hasPort(host string) bool {
	_, _, err := net.SplitHostPort(host)
	return err == nil
}

// reason is what the system says, without the address that the message names already.
func reason(err error) error {
	var op *net.OpError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return errors.New("another program listens there; take another port, or 0 for one that is free")
	case errors.As(err, &op):
		return op.Err
	}
	return err
}

// newHTTP is an HTTP server with limits on all that a client can draw out.
func newHTTP(h http.Handler, faults *slog.Logger) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: readTime + waitTime + workTime + sendTime,
		IdleTimeout: idleTime, MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(faults.Handler(), slog.LevelWarn),
		DisableGeneralOptionsHandler: true, // it would answer OPTIONS * to any Host
	}
}

// Local reports whether only this machine can reach the address. It refuses others without a token and names.
func (o *Options) Local() (bool, error) {
	if err := checkHosts(o.Hosts); err != nil {
		return false, err
	}
	host, _, err := net.SplitHostPort(o.Listen)
	if err != nil {
		return false, fmt.Errorf("--listen %s: write ADDRESS:PORT, as 127.0.0.1:8087", o.Listen)
	}
	if host == "localhost" {
		return true, nil
	}
	a, err := netip.ParseAddr(host)
	if err != nil && host != "" {
		return false, fmt.Errorf("--listen %s: %s is no address; write 127.0.0.1 for this machine alone, or the address of one of its interfaces", o.Listen, host)
	}
	if err == nil && a.Unmap().IsLoopback() {
		return true, nil
	}
	if o.Token == "" || len(o.Hosts) == 0 {
		return false, fmt.Errorf("--listen %s: others could reach this address; it goes only together with --token-file FILE, whose token the API then wants, and --host NAME, the name that the server answers to", o.Listen)
	}
	return false, nil
}

// URL is the address of the page.
func (s *Server) URL() string { return "http://" + s.host + "/" }

// Serve answers until the context is done; then it takes no more requests, answers those in flight, and returns nil. It fails where some
// could not be answered within StopTime.
func (s *Server) Serve(ctx context.Context) error {
	done := make(chan error, 1)
	go func() { done <- s.http.Serve(s.listener) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), StopTime)
	defer cancel()
	if err := s.http.Shutdown(late); err != nil {
		s.http.Close()
		return fmt.Errorf("some requests were not answered within %v of the stop", StopTime)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
