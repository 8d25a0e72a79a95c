-- Every version of every record with its audit entry: one table for all kinds, because
-- what is asked of it (who did what, all that concerns a person) goes across them.
CREATE TABLE {prefix}history (
	tenant         TEXT    NOT NULL,
	kind           TEXT    NOT NULL,
	id             TEXT    NOT NULL,
	version        INTEGER NOT NULL,
	schema         INTEGER NOT NULL,
	created_at     TEXT    NOT NULL,
	created_by     TEXT    NOT NULL,
	created_action TEXT    NOT NULL,
	created_reason TEXT    NOT NULL,
	updated_at     TEXT    NOT NULL,
	updated_by     TEXT    NOT NULL,
	updated_action TEXT    NOT NULL,
	updated_reason TEXT    NOT NULL,
	chain          TEXT    NOT NULL,
	prev           TEXT    NOT NULL,
	seal           TEXT    NOT NULL,
	content        TEXT    NOT NULL,
	salt           TEXT    NOT NULL,
	document       TEXT    NOT NULL,
	PRIMARY KEY (tenant, kind, id, version)
) STRICT;

-- The events, in the order in which they were committed within a tenant.
CREATE TABLE {prefix}outbox (
	tenant  TEXT    NOT NULL,
	seq     INTEGER NOT NULL,
	kind    TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	version INTEGER NOT NULL,
	action  TEXT    NOT NULL,
	at      TEXT    NOT NULL,
	"by"    TEXT    NOT NULL,
	PRIMARY KEY (tenant, seq)
) STRICT;

-- The last seq given out to each tenant. It is kept apart from the outbox so that no seq
-- comes twice after delivered events are deleted, and counted for each tenant so that
-- none learns from the gaps how busy the others are.
CREATE TABLE {prefix}outbox_last (
	tenant TEXT    NOT NULL PRIMARY KEY,
	seq    INTEGER NOT NULL
) STRICT;
