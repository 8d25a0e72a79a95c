// Package outcome says what a rating leads to (结果应用): a bonus, a rise in salary, a part
// of a pool, and whether somebody meets the conditions of a promotion or an improvement plan.
//
//	p, err := outcome.ParsePolicy("outcome.json", data)         // or every mistake in it, with its line
//	bonus, err := p.Coefficients[0].Amount(claim)               // base × coefficient × gates × days, rounded once
//	rise, err := p.Merit[0].Increase(pay)                       // rating × compa-ratio
//	parts, err := p.Pools[0].Split(total, stakes)               // to the cent, adding up to the total
//	found, err := p.Rules[0].Check(history, p.Scale)            // met or not, and which periods counted
//	award, err := p.Award(outcome.Award{Code: "bonus", …})      // with a key: a second run awards nothing twice
//
// All of it is rules as data, a [Policy]; nothing applies unless a policy says so, and
// the samples of [Preset] only by their names. Every result carries its derivation in
// Chinese and English. The package finds and works out; it never decides about anybody.
//
// Figures are exact decimals, rounded once, at the end, as the policy states. A missing
// figure is refused, never zero. The package is pure: no I/O, no clock, no state.
package outcome
