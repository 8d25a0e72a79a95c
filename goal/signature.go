package goal

import "github.com/meritkit/meritkit/record"

// The roles that sign a plan, its goals and their revisions.
const (
	ByEmployee = "employee"
	ByManager  = "manager"
	ByUnit     = "unit" // in the name of a unit or the company, whose goals have no employee
)

// bothSigners are an employee, who signs in person, and the manager, whom the service
// knows by the org chart.
func bothSigners(employee string) []record.Signer {
	return []record.Signer{{Role: ByEmployee, By: []string{employee}}, {Role: ByManager}}
}

// stampOf is the stamp that a signature leaves on what was signed.
func stampOf(s record.Signature) record.Stamp { return s.Stamp().For("goal.sign." + s.Role) }
