package calibration

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"gonum.org/v1/gonum/mathext"
)

func TestQuantilesAreThoseOfTheTables(t *testing.T) {
	assert.InDelta(t, 12.7062047, tQuantile(0.975, 1), 1e-6)
	assert.InDelta(t, 2.2281389, tQuantile(0.975, 10), 1e-6)
	assert.InDelta(t, 1.9599640, tQuantile(0.975, 1e7), 1e-5)
	assert.InDelta(t, 1.9599640, normalQuantile(0.975), 1e-6)
	assert.InDelta(t, 3.3258345, fQuantile(0.95, 5, 10), 1e-6)
	assert.InDelta(t, 647.7890, fQuantile(0.975, 1, 1), 1e-3)
	assert.InDelta(t, 0.05, chiTail(18.307038, 10), 1e-7)
	for _, p := range []float64{0.75, 0.95, 0.975, 0.99995} {
		for _, d1 := range []float64{1, 2, 7.3, 100, 5_000, 1e6} {
			for _, d2 := range []float64{1, 2, 7.3, 100, 5_000, 1e6} {
				x := fQuantile(p, d1, d2)
				assert.InDelta(t, p, mathext.RegIncBeta(d1/2, d2/2, d1*x/(d1*x+d2)), 1e-6, "%v: %v, %v", p, d1, d2)
			}
			x := tQuantile(p, d1)
			assert.InDelta(t, p, 1-mathext.RegIncBeta(d1/2, 0.5, d1/(d1+x*x))/2, 1e-6, "%v: %v", p, d1)
		}
	}
}
