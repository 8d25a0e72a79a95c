// Package bench measures the library beside its peers: go test -bench . ./bench.
// BENCHMARKS.md has the figures and says what each peer was given.
package bench
