package record

import (
	"fmt"
	"sync/atomic"

	"github.com/google/uuid"
)

// A Key names one record of a kind. A tenant is one customer of the embedding program;
// no tenant ever sees a record of another.
type Key struct {
	Tenant string `json:"tenant"`
	ID     string `json:"id"`
}

// IDs makes identifiers that are new within a tenant.
type IDs interface {
	NewID() string
}

// UUIDv7 makes random identifiers that sort by the time they were made (RFC 9562). It
// is what services use unless told otherwise.
type UUIDv7 struct{}

// NewID returns a new UUID.
func (UUIDv7) NewID() string { return uuid.Must(uuid.NewV7()).String() }

// A Sequence makes identifiers that count up, PREFIX-000001 and so on: for tests,
// examples and reproducible output. It is safe for concurrent use.
type Sequence struct {
	Prefix string
	last   atomic.Int64
}

// NewID returns the next identifier.
func (s *Sequence) NewID() string { return fmt.Sprintf("%s-%06d", s.Prefix, s.last.Add(1)) }
