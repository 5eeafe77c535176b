//go:build !amd64 || purego

package kernel

const noAssembly = "this program was built without assembly for amd64"

func newAVX2() (Kernel, error)       { return nil, &MissingError{AVX2, noAssembly} }
func newAVXVNNI() (Kernel, error)    { return nil, &MissingError{AVXVNNI, noAssembly} }
func newAVX512VNNI() (Kernel, error) { return nil, &MissingError{AVX512VNNI, noAssembly} }
