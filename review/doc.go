// Package review runs a review cycle: self review, manager review, calibration,
// publication, confirmation and appeal.
package review
