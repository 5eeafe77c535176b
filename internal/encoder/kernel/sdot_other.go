//go:build !arm64 || purego

package kernel

func newARM64() (Kernel, error) {
	return nil, &MissingError{ARM64, "this program was built without assembly for arm64"}
}
