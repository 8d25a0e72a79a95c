// Package integration holds the tests that need more than the standard library: real
// databases, every kind of record on every driver, and benchmarks beside the alternatives.
package integration
