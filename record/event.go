package record

import "time"

// An Event tells the world outside that a record changed. It is written in the same
// transaction as the change, into the outbox, from where it is delivered at least once;
// kind, id and version together are the same at each delivery.
type Event struct {
	Seq     int64     `json:"seq"` // position in the tenant's outbox; the store sets it
	Tenant  string    `json:"tenant"`
	Kind    string    `json:"kind"`
	ID      string    `json:"id"`
	Version int64     `json:"version"`
	Action  string    `json:"action"` // "goal.agree"
	At      time.Time `json:"at"`
	By      string    `json:"by"`
}

// EventOf is the event of a record of the named kind having reached the version and the
// stamp in m.
func EventOf(kind string, m Meta) Event {
	return Event{
		Tenant: m.Tenant, Kind: kind, ID: m.ID, Version: m.Version,
		Action: m.Updated.Action, At: m.Updated.At, By: m.Updated.By,
	}
}
