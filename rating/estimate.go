package rating

import (
	"math/bits"

	"github.com/meritkit/meritkit/number"
)

// Dividing is slow, and most of its digits are rounded away. So a metric that is worked
// out is first estimated: the scores are multiplied out to 32 bits behind the point with
// a known error, and where all that the exact mean may be is rounded to the same figure,
// that is it. Only what lies within the error of a limit of rounding is divided out.

const (
	estimateBits  = 32
	estimateScore = 1 << (17 + estimateBits) // above any score that is estimated
	estimateSum   = 1 << 14                  // of the weights, so that the sum fits
	// An estimate is at most so many 2^−32ths less than the score, and less than one more
	// (which a score rounded down to 18 places may make it): two by multiplying and
	// cutting, one by the cap.
	estimateError = 3
)

// A nearby is how a mean is estimated.
type nearby struct {
	slopes  []nearSlope
	divisor divisor // of Σ weight × score, to the places that it is rounded to
	mode    number.Mode
	error   uint64 // of the sum
}

// A nearSlope is how a score is estimated: (figure − start) × hundred × 2^shift × factor
// ÷ 2^64 or, inverse, factor × 2^shift ÷ figure.
type nearSlope struct {
	metric      int32
	inverse     bool
	shift       uint8
	capped      bool
	exactBelow  bool // the start, and above the cap
	exactAbove  bool
	weight      uint64
	start       int64
	hundred     int64
	reach       uint64 // of figure + reach ÷ 2
	factor      uint64
	limit       uint64 // of what is multiplied
	most, least uint64
}

// estimate is the rounded mean, unless that can't be told without dividing.
func (n *nearby) estimate(figures []int64) (units int64, sure bool) {
	sum := uint64(0)
	for i := range n.slopes {
		s := &n.slopes[i]
		score, ok := s.estimate(figures[s.metric])
		if !ok {
			return 0, false
		}
		sum += s.weight * score
	}
	units, rest := n.divisor.divide(int64(sum >> estimateBits))
	beyond := uint64(rest)<<estimateBits | sum&(1<<estimateBits-1)
	full := uint64(n.divisor.by) << estimateBits
	up := beyond + n.error
	switch n.mode {
	case number.HalfUp, number.HalfEven:
		if beyond > full/2 {
			return units + 1, up < full+full/2
		}
		return units, up < full/2
	case number.Up, number.Ceiling:
		return units + 1, beyond > 0 && up < full
	case number.Down, number.Floor:
		return units, beyond > 0 && up < full
	}
	return 0, false
}

func (s *nearSlope) estimate(figure int64) (score uint64, sure bool) {
	if uint64(figure)+s.reach/2 > s.reach {
		return 0, false
	}
	if s.inverse {
		if figure <= 0 {
			return 0, false
		}
		score = s.factor << s.shift / uint64(figure) >> (s.shift - estimateBits)
	} else {
		over := uint64((figure - s.start) * s.hundred)
		if over > s.limit {
			return 0, int64(over) < 0 && !s.exactBelow
		}
		score, _ = bits.Mul64(over<<s.shift, s.factor)
	}
	if score < s.least+estimateError && s.least > 0 {
		return 0, score+estimateError < s.least
	}
	if s.exactAbove && score+estimateError > s.most {
		return 0, false
	}
	if s.capped {
		score = min(score, s.most)
	}
	return score, score < estimateScore
}

// nearby readies a worked-out metric for estimates, nil where its numbers are too large.
func (w *worked) nearby(from *Derivation) *nearby {
	places := uint8(0)
	for _, m := range from.Measures {
		places = max(places, decimals(m.Weight))
	}
	behind := int(places) + 2 - int(from.Rounding.Places)
	if behind < 0 || 100*powers[places] > estimateSum {
		return nil
	}
	n := &nearby{divisor: divisorOf(behind), mode: w.mode, error: estimateError * uint64(100*powers[places])}
	for i := range w.slopes {
		s := &w.slopes[i]
		weight, _ := fixed(from.Measures[i].Weight, places)
		near := nearSlope{
			metric: int32(s.metric), inverse: s.inverse, weight: uint64(weight), start: s.start, hundred: s.hundred,
			reach: 2 * uint64(s.limit), most: s.most.binary(),
			exactBelow: s.worse != WorseZero, capped: s.capped && s.above == AboveCut, exactAbove: s.capped && s.above == AboveRefused,
		}
		if s.least != (share{}) {
			near.least = max(s.least.binary(), 1)
		}
		length := bits.Len64(uint64(s.span))
		switch {
		case !s.inverse:
			// The span is brought to 34 bits at least, so that 2^96 ÷ span has 63 at most.
			near.shift = uint8(max(0, estimateBits+2-length))
			near.factor, _ = bits.Div64(1<<estimateBits, 0, uint64(s.span)<<near.shift)
			near.limit = uint64(min(s.span, 1<<45)) << 17
		case length > 63-estimateBits:
			return nil
		default:
			near.shift, near.factor = uint8(63-length), uint64(s.span)
		}
		n.slopes = append(n.slopes, near)
	}
	return n
}

// binary is a share cut to 32 bits behind the point; one that is above any estimate is
// no limit to it.
func (s share) binary() uint64 {
	if s.whole >= estimateScore>>estimateBits {
		return estimateScore
	}
	part, _ := bits.Div64(s.part>>(64-estimateBits), s.part<<estimateBits, wholeShare)
	return s.whole<<estimateBits | part
}
