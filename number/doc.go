// Package number holds what every figure of the library obeys: decimals of bounded
// size, rounding in a stated mode, units that are not mixed up, and sharing out a total
// so that the parts add up to it.
//
// Figures are [decimal.Decimal] throughout; a figure that may be missing is a
// *decimal.Decimal, and nil is never read as zero. The package is pure.
//
// [decimal.Decimal]: https://pkg.go.dev/github.com/shopspring/decimal
package number
