// Package storage keeps records of any kind behind one small contract.
//
// A [Driver] stores encoded documents and knows nothing of the domain; memory, SQLite
// and PostgreSQL have one each. [Of] puts a typed collection over a driver:
//
//	goals := storage.Of(driver, goal.Kind) // a goal.Store
//
// Every change is written with its history, its audit entry and its event in one
// transaction. [Collection.Verify] proves a record against its audit chain.
//
// To keep records elsewhere, implement a package's Store over your own tables, or
// implement Driver once and have every kind; package storetest checks either.
package storage
