package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// Signatures first, so that others can compile; being filled in.

func (s Scale) Validate() error                          { return nil }
func (s Scale) Of(score decimal.Decimal) (Level, error)  { return Level{}, nil }
func (s Scale) Level(code string) (Level, bool)          { return Level{}, false }
func (s Scale) Rank(code string) (rank int, ok bool)     { return 0, false }
func (c Curve) Validate() error                          { return nil }
func (c Curve) CheckPoints(p Points) error               { return nil }
func (c Curve) Score(actual *decimal.Decimal, p Points) (decimal.Decimal, Explanation, error) {
	return decimal.Decimal{}, Explanation{}, nil
}
func (t Table) Validate(metrics []Metric, scale Scale) error { return nil }
func (t Table) Decide(figures map[string]number.Quantity, metrics []Metric, scale Scale) (level string, why Explanation, err error) {
	return "", Explanation{}, nil
}
func ParsePolicy(source string, data []byte) (Policy, error) { return Policy{}, nil }
func (p Policy) Validate() error                              { return nil }
func (p Policy) Digest() record.Digest                        { return "" }
func (p Policy) Rate(in Inputs) (Rating, error)               { return Rating{}, nil }
func (p Policy) Verify(r Rating) error                        { return nil }
func Reference() Policy                                       { return Policy{} }

type Component struct {
	Name   text.Label
	Weight decimal.Decimal
	Score  *decimal.Decimal
}

func Composite(parts []Component, missing MissingPolicy) (decimal.Decimal, Explanation, error) {
	return decimal.Decimal{}, Explanation{}, nil
}

// Tree is the whole explanation in l, one line a step, indented.
func (e Explanation) Tree(l text.Lang) string { return e.In(l) }
