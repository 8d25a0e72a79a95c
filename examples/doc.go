// Package examples is the module of the programs that a user reads first; each has a
// folder of its own. Begin with quarter.
package examples
