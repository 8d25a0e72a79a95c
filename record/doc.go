// Package record says what every stored record of the library has: a key within a
// tenant, a version, stamps of who did what and when, signatures bound to a digest of
// what was signed, a lifecycle, a chained audit entry and an event for each change.
//
// A domain type embeds [Meta] and is described to the stores by a [Kind]. The stores
// that the domain packages ask for are all of one shape, [Store].
//
// The package is pure: it reads no clock and does no I/O. [UUIDv7] alone draws random
// bits, and only services call it.
package record
