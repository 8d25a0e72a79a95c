// Package improvement models improvement and development plans from their start to the
// goals of the next period.
package improvement
