package web

import (
	"embed"
	"io/fs"
)

// dist holds the page as `make pages` builds it, in dist/pages; without it the placeholder alone.
//
//go:embed dist
var dist embed.FS

// loader is the script that a file runs first.
//
//go:embed loader.js
var loader string

// pages are the files of the page, and whether they were built.
func pages() (fs.FS, bool) {
	sub, err := fs.Sub(dist, "dist/pages")
	if err != nil {
		return nil, false
	}
	if _, err := fs.Stat(sub, "index.html"); err != nil {
		return nil, false
	}
	return sub, true
}
