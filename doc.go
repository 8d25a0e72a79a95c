// Package meritkit is employee performance management (绩效管理) as a library: goals,
// reviews, ratings, feedback and improvement, exact to the last digit, every result with
// its reasons, in Chinese and in English.
//
// # The loop
//
// One closed loop, each stage handing a record to the next and the last one feeding the
// next period's first:
//
//		goal → review → rating → feedback → improvement → goal
//
//	  - [github.com/meritkit/meritkit/goal]: goals with measures, weighted plans agreed by
//	    two signatures, templates, alignment and roll-up, check-ins against the expected
//	    pace, revisions; its package smart reads what people write as goals.
//	  - [github.com/meritkit/meritkit/review]: cycles, self and manager reviews, the
//	    cross-check of claims against records, calibration, publication, appeals.
//	  - [github.com/meritkit/meritkit/rating]: scales, curves, decision tables and scorecards
//	    as data; each rating carries its derivation. Its package calibration holds ratings
//	    against guides and judges the raters, outcome says what ratings lead to.
//	  - [github.com/meritkit/meritkit/feedback]: statements of fact, impact and improvement;
//	    the interview and its confirmation.
//	  - [github.com/meritkit/meritkit/improvement]: improvement and development plans, their
//	    tracking and closing, and the next period's goals.
//
// These are plain values with pure methods: no I/O, no clock, no goroutine. Use them
// by themselves, or through their services, which add access rules, storage, an audit
// chain and events.
//
// # What they stand on
//
//   - [github.com/meritkit/meritkit/access]: who may do what to whom; your org chart.
//   - [github.com/meritkit/meritkit/record]: keys, versions, signatures, lifecycles, audit, events.
//   - [github.com/meritkit/meritkit/calendar]: civil dates, periods, working days (China's
//     with their make-up days), cadence.
//   - [github.com/meritkit/meritkit/number]: bounded decimals, rounding, units, sharing out.
//   - [github.com/meritkit/meritkit/fault]: every violation at once, with path and code.
//   - [github.com/meritkit/meritkit/text]: what the library says, in both languages.
//
// # Where records are kept
//
// [github.com/meritkit/meritkit/storage] puts typed collections over a driver: memory,
// SQLite or PostgreSQL (modules of their own, storage/sqlite and storage/postgres), or
// one of yours, checked by [github.com/meritkit/meritkit/storage/storetest]. Or implement
// a package's Store over your own tables.
//
// # Where to begin
//
// [Open] wires every service over a driver; the example there is a whole program. The
// program examples/quarter runs a department's quarter from its goals to the next ones.
package meritkit
