-- What the vault keeps beyond the record: what can be undone, holds, certificates of disposal.

-- A change of the record, by its name. It stands here until the day's end; one that removed
-- something, until what it belonged to is disposed of.
CREATE TABLE change (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    day        TEXT NOT NULL,
    at         TEXT NOT NULL,
    engagement TEXT, -- no reference: taking back what made an engagement leaves this
    typed      INTEGER NOT NULL DEFAULT 0 CHECK (typed IN (0, 1)),
    removes    INTEGER NOT NULL DEFAULT 0 CHECK (removes IN (0, 1)),
    -- It reached the ledger, so it stays.
    fixed      INTEGER NOT NULL DEFAULT 0 CHECK (fixed IN (0, 1)),
    -- When it was undone, as a number in the order of changes.
    undone     INTEGER,
    -- The one that is being made just now.
    open       INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX change_open ON change (open) WHERE open = 1;

-- One row that a change made, changed or removed: of a changed row what is its key and what differs,
-- as JSON; NULL where there was no row.
CREATE TABLE change_row (
    number   INTEGER PRIMARY KEY,
    change   INTEGER NOT NULL REFERENCES change (number) ON DELETE CASCADE,
    in_table TEXT NOT NULL,
    before   TEXT,
    after    TEXT,
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_row_change ON change_row (change);

-- A reason for which nothing of an engagement may be disposed of.
CREATE TABLE hold (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    day        TEXT NOT NULL,
    reason     TEXT NOT NULL CHECK (reason <> ''),
    lifted     TEXT
) STRICT;
CREATE INDEX hold_engagement ON hold (engagement);

-- The certificates of disposal. They outlive what they speak of, so they refer to nothing.
CREATE TABLE disposal (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL,
    day        TEXT NOT NULL,
    recorded   TEXT NOT NULL,
    part       TEXT NOT NULL CHECK (part IN ('reflective', 'record')),
    rule       TEXT NOT NULL CHECK (rule IN ('clock', 'asked'))
) STRICT;
-- A record goes once.
CREATE UNIQUE INDEX disposal_of_record ON disposal (engagement) WHERE part = 'record';

CREATE TABLE disposed (
    disposal TEXT NOT NULL REFERENCES disposal (id),
    place    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    count    INTEGER NOT NULL CHECK (count > 0),
    sha256   TEXT NOT NULL,
    PRIMARY KEY (disposal, place)
) STRICT;

CREATE TRIGGER disposal_is_not_changed BEFORE UPDATE ON disposal
BEGIN
    SELECT RAISE(ABORT, 'disposal: stays as it was written');
END;

CREATE TRIGGER disposal_is_not_removed BEFORE DELETE ON disposal
BEGIN
    SELECT RAISE(ABORT, 'disposal: stays as it was written');
END;

CREATE TRIGGER disposed_is_not_changed BEFORE UPDATE ON disposed
BEGIN
    SELECT RAISE(ABORT, 'disposal: stays as it was written');
END;

CREATE TRIGGER disposed_is_not_removed BEFORE DELETE ON disposed
BEGIN
    SELECT RAISE(ABORT, 'disposal: stays as it was written');
END;

-- A ledger goes as a whole, with the record that it belongs to, and only under a certificate.
DROP TRIGGER disclosure_is_not_removed;
CREATE TRIGGER disclosure_is_not_removed BEFORE DELETE ON disclosure
WHEN NOT EXISTS (
    SELECT 1 FROM disposal WHERE engagement = OLD.engagement AND part = 'record')
BEGIN
    SELECT RAISE(ABORT, 'disclosure: append only');
END;

DROP TRIGGER ledger_end_is_not_removed;
CREATE TRIGGER ledger_end_is_not_removed BEFORE DELETE ON ledger_end
WHEN NOT EXISTS (
    SELECT 1 FROM disposal WHERE engagement = OLD.engagement AND part = 'record')
BEGIN
    SELECT RAISE(ABORT, 'ledger_end: only moves on');
END;
