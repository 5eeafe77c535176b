package web

import (
	"net/http"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxClients is how many clients are remembered. Who is forgotten begins anew, so a flood of addresses costs memory for none.
const maxClients = 4096

// clients hold a bucket of tokens for each address that sends articles.
type clients struct {
	mu    sync.Mutex
	rate  rate.Limit
	burst int
	known map[netip.Prefix]*client
}

// A client is an address, or the network of an IPv6 address.
type client struct {
	bucket *rate.Limiter
	seen   time.Time
}

// newClients allows each client perMinute articles, a sixth of them at once; nil, which allows all, for 0.
func newClients(perMinute int) *clients {
	if perMinute <= 0 {
		return nil
	}
	return &clients{rate: rate.Limit(float64(perMinute) / 60), burst: max(1, perMinute/6), known: map[netip.Prefix]*client{}}
}

// allow takes one of a client's tokens, or says after how long there will be one.
func (c *clients) allow(address string, now time.Time) (after time.Duration, ok bool) {
	if c == nil {
		return 0, true
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	r := c.of(network(address), now).bucket.ReserveN(now, 1)
	if after = r.DelayFrom(now); after > 0 {
		r.CancelAt(now)
		return after, false
	}
	return 0, true
}

// of is a client by its network, which is remembered from now on.
func (c *clients) of(n netip.Prefix, now time.Time) *client {
	x := c.known[n]
	if x == nil {
		if len(c.known) >= maxClients {
			c.forget(now)
		}
		x = &client{bucket: rate.NewLimiter(c.rate, c.burst)}
		c.known[n] = x
	}
	x.seen = now
	return x
}

// forget drops the clients whose buckets are full, which loses nothing, and if there is none the one that was not seen for longest.
func (c *clients) forget(now time.Time) {
	var oldest netip.Prefix
	for n, x := range c.known {
		if x.bucket.TokensAt(now) >= float64(c.burst) {
			delete(c.known, n)
		} else if o := c.known[oldest]; o == nil || x.seen.Before(o.seen) {
			oldest = n
		}
	}
	if len(c.known) >= maxClients {
		delete(c.known, oldest)
	}
}

// network is who a remote address stands for: an IPv4 address, or the 64 bits of an IPv6 address that its network has. What is no
// address is one client, the zero prefix.
func network(remote string) netip.Prefix {
	ap, err := netip.ParseAddrPort(remote)
	if err != nil {
		return netip.Prefix{}
	}
	a := ap.Addr().Unmap().WithZone("")
	bits := 32
	if a.Is6() {
		bits = 64
	}
	n, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return n
}

// limited refuses articles of clients that send too many.
func limited(c *clients, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			if after, ok := c.allow(r.RemoteAddr, time.Now()); !ok {
				newProblem(http.StatusTooManyRequests, "this client has sent too many articles; wait as long as Retry-After says").retry(after).write(w)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}
