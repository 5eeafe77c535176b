// Package web serves demarche over HTTP on one machine: an API that codes articles, the page that shows what was found, and the
// documents of both. It also writes a page with one record in it as a file of its own.
//
// Terms. A [Backend] is what the server can do: functions that code an article, handed in by whoever starts it. A [Server] listens at
// one address and answers the Hosts it was told to. A ticket is the right of a request to be read and to wait; a slot is the right to
// have its article coded, of which there are as many as workers. A problem is an error as RFC 9457 writes it. A fixed body is one that
// does not change while the server runs: it has an ETag. A [Dossier] is a record with what a reader needs to ask why; [WriteFile] makes a
// file of one.
//
// A request passes, from the outside in: the log of requests, the net under faults, the headers that every answer has, the check of
// the Host, the check of where it comes from, the token, the limit of its client, gzip, and then the route. What it says is never
// logged, and nothing in it names a file or an address to open.
package web
