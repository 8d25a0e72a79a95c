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

// A nearby is how the mean is estimated.
type nearby struct {
	usable  bool
	divisor divisor // of Σ weight × score, to the places that it is rounded to
	weights uint64
}

// A nearSlope is how a score is estimated: figure × 2^shift × factor ÷ 2^64.
type nearSlope struct {
	weight      uint64
	shift       uint8
	factor      uint64
	limit       int64 // of what is multiplied
	most, least uint64
}

// estimate is the rounded mean, unless that can't be told without dividing.
func (w *worked) estimate(figures []int64) (units int64, sure bool) {
	if !w.near.usable {
		return 0, false
	}
	sum := uint64(0)
	for i := range w.slopes {
		s := &w.slopes[i]
		score, ok := s.estimate(figures[s.metric])
		if !ok {
			return 0, false
		}
		sum += s.near.weight * score
	}
	units, rest := w.near.divisor.divide(int64(sum >> estimateBits))
	beyond := uint64(rest)<<estimateBits | sum&(1<<estimateBits-1)
	full := uint64(w.near.divisor.by) << estimateBits
	up := beyond + estimateError*w.near.weights
	switch w.mode {
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

func (s *slope) estimate(figure int64) (score uint64, sure bool) {
	if figure > s.limit || figure < -s.limit {
		return 0, false
	}
	switch {
	case s.inverse:
		if figure <= 0 {
			return 0, false
		}
		score = uint64(s.span) << s.near.shift / uint64(figure) >> (s.near.shift - estimateBits)
	default:
		over := (figure - s.start) * 100
		if s.falling {
			over = -over
		}
		if over < 0 {
			return 0, s.worse == WorseZero
		}
		if over > s.near.limit {
			return 0, false
		}
		score, _ = bits.Mul64(uint64(over)<<s.near.shift, s.near.factor)
	}
	if score < s.near.least+estimateError && s.near.least > 0 {
		return 0, score+estimateError < s.near.least
	}
	if s.capped && score+estimateError > s.near.most {
		switch s.above {
		case AboveCut:
			score = min(score, s.near.most)
		case AboveRefused:
			return 0, false
		case AboveKept:
		}
	}
	return score, score < estimateScore
}

// prepare readies a worked-out metric for estimates, where its numbers are small enough.
func (w *worked) prepare(from *Derivation) {
	places := uint8(0)
	for _, m := range from.Measures {
		places = max(places, decimals(m.Weight))
	}
	behind := int(places) + 2 - int(from.Rounding.Places)
	if behind < 0 || 100*powers[places] > estimateSum {
		return
	}
	w.near = nearby{usable: true, divisor: divisorOf(behind), weights: uint64(100 * powers[places])}
	for i := range w.slopes {
		s := &w.slopes[i]
		weight, _ := fixed(from.Measures[i].Weight, places)
		s.near.weight = uint64(weight)
		if s.near.most = s.most.binary(); s.least != (share{}) {
			s.near.least = max(s.least.binary(), 1)
		}
		length := bits.Len64(uint64(s.span))
		if s.inverse {
			if length > 63-estimateBits {
				w.near.usable = false
				return
			}
			s.near.shift = uint8(63 - length)
			continue
		}
		// The span is brought to 34 bits at least, so that 2^96 ÷ span has 63 at most.
		s.near.shift = uint8(max(0, estimateBits+2-length))
		s.near.factor, _ = bits.Div64(1<<estimateBits, 0, uint64(s.span)<<s.near.shift)
		s.near.limit = min(s.span, 1<<45) << 17
	}
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
