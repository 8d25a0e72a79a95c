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
	// An estimate is less than the score by less than so many 2^−32ths, and never more than
	// it: two by multiplying and cutting, one by the cap.
	estimateError = 3
)

// A nearby is how a mean is estimated.
type nearby struct {
	slopes  []nearSlope
	divisor divisor // of Σ weight × score, to the places that it is rounded to
	mode    number.Mode
	error   uint64 // of the sum
}

// A nearSlope is how a score is estimated: (figure − start) × sign × 2^shift × factor
// ÷ 2^64 or, inverse, factor ÷ figure ÷ 2^shift.
type nearSlope struct {
	metric      int32
	inverse     bool
	exactBelow  bool // the start, it has to be divided out
	special     bool // has a floor, or refuses what is above the cap
	refused     bool
	shift       uint8
	weight      uint64
	start, sign int64
	factor      uint64
	limit       uint64 // of what is multiplied
	most, least uint64
}

// estimate is the rounded mean, unless that can't be told without dividing.
func (n *nearby) estimate(figures []int64) (units int64, sure bool) {
	sum, all := uint64(0), uint64(0)
	for i := range n.slopes {
		s := &n.slopes[i]
		figure, score := figures[s.metric], uint64(0)
		if s.inverse {
			if figure <= 0 {
				return 0, false
			}
			score = s.factor / uint64(figure) >> (s.shift % 64)
		} else if over := uint64((figure - s.start) * s.sign); over <= s.limit {
			score, _ = bits.Mul64(over<<(s.shift%64), s.factor)
		} else if int64(over) >= 0 || s.exactBelow {
			return 0, false
		}
		if s.special {
			if s.refused && score+estimateError > s.most {
				return 0, false
			}
			if score < s.least+estimateError {
				if score+estimateError >= s.least {
					return 0, false
				}
				score = 0
			}
		}
		score = min(score, s.most)
		all |= score
		sum += s.weight * score
	}
	if all >= estimateScore {
		return 0, false
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
		return units, up < full
	}
	return 0, false
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
			metric: int32(s.metric), inverse: s.inverse, exactBelow: s.worse != WorseZero, weight: uint64(weight),
			start: s.start, sign: s.hundred / 100, most: estimateScore, refused: s.capped && s.above == AboveRefused,
		}
		if s.capped && s.above != AboveKept {
			near.most = s.most.binary()
		}
		if s.least != (share{}) {
			near.least = max(s.least.binary(), 1)
		}
		near.special = near.refused || near.least > 0
		length := bits.Len64(uint64(s.span))
		switch {
		case !s.inverse:
			// The span is brought to 41 bits at least, so that 100 × 2^96 ÷ span has 63 at most.
			near.shift = uint8(max(0, estimateBits+9-length))
			near.factor, _ = bits.Div64(100<<estimateBits, 0, uint64(s.span)<<near.shift)
			near.limit = uint64(min(s.span, 1<<45)) << 17 / 100
		case length > 63-estimateBits:
			return nil
		default:
			near.shift = uint8(63 - length)
			near.factor = uint64(s.span) << near.shift
			near.shift -= estimateBits
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
