// Package memory keeps records in the process: for tests, for trying things out, and as
// the plainest reading of the contract that every storage driver holds.
//
//	db, err := memory.New(goal.Kind.Schema())
//	goals := storage.Of(db, goal.Kind)
//
// Nothing outlives the process. Reading never waits for a transaction; writers take
// their turn.
package memory
