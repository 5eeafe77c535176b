package demarche

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"unsafe"

	"example.org/demarche/data"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/record"
)

// openModel reads a file of models. The hash stands for all that a coder with them knows: it is the SHA-256 of the hash of
// data/ and that of the file, each in hexadecimal digits and ended by a newline.
func openModel(file string) (encoder.Parts, record.Hash, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return encoder.Parts{}, "", err
	}
	parts, err := encoder.OpenBundle(unsafe.String(unsafe.SliceData(b), len(b))) // nobody writes to b
	if err != nil {
		return encoder.Parts{}, "", err
	}
	of := sha256.Sum256(b)
	both := sha256.Sum256(fmt.Appendf(nil, "%s\n%x\n", data.Hash, of))
	return parts, record.Hash(hex.EncodeToString(both[:])), nil
}

// modelError adds to an error what file it is about and, where that is at fault, what to do.
func modelError(file string, err error) error {
	var path *fs.PathError
	var format *encoder.FormatError
	var missing *encoder.MissingError
	switch {
	case errors.As(err, &path):
		return fmt.Errorf("model %s: cannot be read: %w", file, path.Err)
	case errors.As(err, &format):
		return fmt.Errorf("model %s: %w; train/ makes files that this version reads (make accurate)", file, err)
	case errors.As(err, &missing):
		return fmt.Errorf("model %s: %w", file, err)
	}
	return err
}
