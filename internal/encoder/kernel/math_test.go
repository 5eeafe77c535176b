package kernel

import (
	"math"
	"testing"
)

func TestFunctions(t *testing.T) {
	for i := range 200000 {
		x := float32(i)/200000*12 - 6
		want := float64(x) * (1 + math.Erf(float64(x)/math.Sqrt2)) / 2
		if got := float64(gelu(x)); math.Abs(got-want) > 5e-7 {
			t.Fatalf("gelu(%g) is %g, want %g", x, got, want)
		}
		x = -50 * float32(i) / 200000
		if got, want := float64(exp(x)), math.Exp(float64(x)); math.Abs(got-want) > 2e-7*(1-float64(x))*want {
			t.Fatalf("exp(%g) is %g, want %g", x, got, want)
		}
	}
	if exp(0) != 1 || math.Abs(float64(gelu(-30))) > 30*3e-8 || gelu(30) != 30 || exp(-1e30) <= 0 {
		t.Error("the ends of exp or gelu are off")
	}
}
