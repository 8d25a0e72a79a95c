// Package calibration puts the ratings of many people side by side before they are final.
//
// [Gather] takes a population in, one [Entry] a person, grouped by unit, manager, job
// level or whatever key the caller gives. [Population.Table] counts it against a [Guide],
// a distribution that ratings should follow, and [Population.Advise] proposes the fewest
// moves that bring a group to the guide without carrying anybody past a better score. A
// [Box] lays people out by performance and potential.
//
// [RaterEffects] says how raters differ, [Ratings] how far they agree, and
// [FairnessRules.Fairness] how groups fare.
//
// A guide speaks in percent; [Guide.Quota] turns it into head-counts for a group of any
// size by a stated method, and reports the ties that the method had to settle. All of
// this is exact: counts are integers, shares are fractions of counts, scores are
// decimals. So is the comparison with four fifths. Only what is estimated is a float64, a
// [Statistic]; where the figures don't determine one, it says why.
//
// Nothing here moves anybody: it shows and proposes, and people decide. The package is
// pure: no I/O, no clock, no state.
package calibration
