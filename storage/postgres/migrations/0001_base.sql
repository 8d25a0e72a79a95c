-- The steps that were taken; the one table without tenants, and without records.
CREATE TABLE {prefix}migrations (
	name       text        NOT NULL PRIMARY KEY,
	checksum   text        NOT NULL,
	applied_at timestamptz NOT NULL DEFAULT now()
);

-- Every version of every record with its audit entry: one table for all kinds, because
-- what is asked of it (who did what, all that concerns a person) goes across them.
CREATE TABLE {prefix}history (
	tenant         text COLLATE "C" NOT NULL,
	kind           text COLLATE "C" NOT NULL,
	id             text COLLATE "C" NOT NULL,
	version        bigint           NOT NULL,
	schema         integer          NOT NULL,
	created_at     timestamptz      NOT NULL,
	created_by     text             NOT NULL,
	created_action text             NOT NULL,
	created_reason text             NOT NULL,
	updated_at     timestamptz      NOT NULL,
	updated_by     text             NOT NULL,
	updated_action text             NOT NULL,
	updated_reason text             NOT NULL,
	chain          text             NOT NULL,
	prev           text             NOT NULL,
	seal           text             NOT NULL,
	content        text             NOT NULL,
	salt           text             NOT NULL,
	document       json             NOT NULL,
	PRIMARY KEY (tenant, kind, id, version)
);

-- The events, in the order in which they were committed within a tenant.
CREATE TABLE {prefix}outbox (
	tenant  text COLLATE "C" NOT NULL,
	seq     bigint           NOT NULL,
	kind    text             NOT NULL,
	id      text             NOT NULL,
	version bigint           NOT NULL,
	action  text             NOT NULL,
	at      timestamptz      NOT NULL,
	"by"    text             NOT NULL,
	PRIMARY KEY (tenant, seq)
);

-- The last seq given out to each tenant. Who writes for a tenant holds its row until he
-- commits, so the order of seq is that of the commits. It is kept apart from the outbox so
-- that no seq comes twice after delivered events are deleted, and counted for each tenant
-- so that none learns from the gaps how busy the others are.
CREATE TABLE {prefix}outbox_last (
	tenant text COLLATE "C" NOT NULL PRIMARY KEY,
	seq    bigint           NOT NULL
);

-- No one sees or writes a row of another tenant than the one that is set, nor any while
-- none is: not even the tables' owner.
ALTER TABLE {prefix}history ENABLE ROW LEVEL SECURITY;
ALTER TABLE {prefix}history FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON {prefix}history USING (tenant = current_setting('meritkit.tenant', true));
ALTER TABLE {prefix}outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE {prefix}outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON {prefix}outbox USING (tenant = current_setting('meritkit.tenant', true));
ALTER TABLE {prefix}outbox_last ENABLE ROW LEVEL SECURITY;
ALTER TABLE {prefix}outbox_last FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON {prefix}outbox_last USING (tenant = current_setting('meritkit.tenant', true));
