package web

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

// minToken is how many characters a token has at least: 24 hexadecimal digits are 96 bits.
const minToken = 24

// ReadToken reads the token of the API from a file: one line of printable ASCII without blanks. It refuses a file that everybody on
// the machine can read.
func ReadToken(path string) (string, error) {
	const remedy = "; make one: (umask 077; openssl rand -hex 32 >FILE)"
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o007 != 0 {
		return "", fmt.Errorf("everybody on this machine can read it; chmod 600 %s", path)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	token := strings.TrimSpace(string(b))
	if len(token) < minToken {
		return "", fmt.Errorf("the token has %d characters, and needs %d or more%s", len(token), minToken, remedy)
	}
	if strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "", fmt.Errorf("a token is one line of letters, digits and signs without blanks%s", remedy)
	}
	return token, nil
}
