// Package wording reads feedback as people write it, Chinese (simplified and traditional),
// English or mixed, and says what is wrong with the wording (F2).
//
// [Read] finds the parts that feedback should have, the fact, its impact and the way
// forward, and three things it should not have: absolutes that generalise a person's
// conduct (总是, you never), verdicts on the person instead of the behaviour, and insults.
// Everything found comes with its exact [Span]. [Reading.Findings] gives each a stable
// code, the reason, and what to write instead, in both languages. [Review] does so for the
// statements of a record, whose parts may stand in different sentences.
//
// A tool that scolds a good manager is switched off. Praise, requirements, technical facts,
// quotations, negations, requests and words that are only mentioned are left alone, and
// where a sentence could be either, nothing is said.
//
// The rules are deterministic and name phenomena; words stand in tables. A text is cut into
// tokens in one pass and no rule looks farther than a bounded number of them, so that the
// work grows with the length and no faster. The package does no I/O and is safe for
// concurrent use.
package wording
