//go:build !amd64 || purego

package kernel

func newAVX2() (Kernel, error) {
	return nil, &MissingError{AVX2, "this program was built without assembly for amd64"}
}
