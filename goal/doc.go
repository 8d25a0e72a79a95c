// Package goal models what an employee, a unit or a company commits to reach in a period.
package goal
