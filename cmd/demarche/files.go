package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
)

// files yields the files of a folder and of its folders in order of name, or the one file that root is. Pipes, sockets and
// devices within a folder are passed over.
func files(root string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		info, err := os.Stat(root)
		if err != nil {
			yield(root, unreadable(root, err))
			return
		}
		if !info.IsDir() {
			yield(root, nil)
			return
		}
		// The separator at the end makes WalkDir follow a link to a folder.
		_ = filepath.WalkDir(root+string(filepath.Separator), func(name string, d fs.DirEntry, err error) error {
			more := true
			switch {
			case err != nil:
				more = yield(name, unreadable(name, err))
			case d.Type().IsRegular() || d.Type()&fs.ModeSymlink != 0:
				more = yield(name, nil)
			}
			if !more {
				return fs.SkipAll
			}
			return nil
		})
	}
}

// open opens a file, - for standard input, and undoes its gzip, which is known by its first two bytes. The name is the one for
// messages.
func (s *streams) open(path string) (r io.ReadCloser, name string, err error) {
	name, r = "stdin", io.NopCloser(s.in)
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, path, unreadable(path, err)
		}
		name, r = path, f
	}
	buf := bufio.NewReader(r)
	if head, _ := buf.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return &opened{buf, r}, name, nil
	}
	z, err := gzip.NewReader(buf)
	if err != nil {
		r.Close()
		return nil, name, fmt.Errorf("%s: its gzip stream is damaged: %w; fetch or compress the file again", name, err)
	}
	return &opened{z, r}, name, nil
}

// An opened file is read through what undoes its compression.
type opened struct {
	io.Reader
	io.Closer
}

// unreadable is the error for a file that cannot be opened.
func unreadable(path string, err error) error {
	return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
}

// reason is what the system says, without the path that the message names already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// writeTo opens the output, standard output for "", and hands it to f.
func (s *streams) writeTo(path string, f func(io.Writer) error) (err error) {
	if path == "" {
		return f(s.out)
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("--output %s: cannot be written: %w", path, reason(err))
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	return f(file)
}
