-- Agreements as living documents, more kinds of documents, names that become roles, hand-overs that
-- are both or neither, and a ledger whose end cannot be cut off unseen.

ALTER TABLE agreement ADD COLUMN drafted TEXT;

ALTER TABLE sponsor_contact ADD COLUMN resolved TEXT;

ALTER TABLE release ADD COLUMN session TEXT REFERENCES session (id);

-- Boundaries that the coach likes to start from.
CREATE TABLE template (
    id        TEXT PRIMARY KEY NOT NULL,
    name      TEXT NOT NULL UNIQUE,
    additions TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE template_boundary (
    template TEXT NOT NULL REFERENCES template (id) ON DELETE CASCADE,
    topic    TEXT NOT NULL,
    role     TEXT NOT NULL CHECK (role IN (
        'coachee', 'sponsor', 'line-manager', 'hr-partner', 'stakeholder', 'supervisor')),
    rule     TEXT NOT NULL CHECK (rule IN (
        'shared', 'with-consent', 'coachee-shares', 'confidential')),
    PRIMARY KEY (template, topic, role)
) STRICT;

-- Names that were named, and what stands for them where there are to be no names.
CREATE TABLE mask (
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    becomes    TEXT, -- NULL: it names nobody and stays
    PRIMARY KEY (engagement, name)
) STRICT;

-- An approval keeps what was approved, to show which line changed since.
CREATE TABLE approval_2 (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    document   TEXT NOT NULL CHECK (document IN (
        'brief', 'summary', 'agreement', 'case-sheet', 'client-story', 'access')),
    party      TEXT, -- NULL: for the public
    meeting    TEXT,
    content    TEXT NOT NULL,
    said       TEXT NOT NULL DEFAULT '',
    day        TEXT NOT NULL,
    how        TEXT NOT NULL CHECK (how IN ('in-writing', 'by-message', 'said-and-confirmed')),
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id)
) STRICT;
INSERT INTO approval_2 (id, engagement, document, party, meeting, content, day, how)
    SELECT id, engagement, document, party, meeting, content, day, how FROM approval;
DROP TABLE approval;
ALTER TABLE approval_2 RENAME TO approval;

-- The ledger, with more kinds of documents and grounds, and readers who are no party.
CREATE TABLE disclosure_2 (
    engagement       TEXT NOT NULL REFERENCES engagement (id) ON DELETE RESTRICT,
    number           INTEGER NOT NULL,
    day              TEXT NOT NULL,
    recorded         TEXT NOT NULL,
    party            TEXT, -- NULL: the public
    teller           TEXT NOT NULL CHECK (teller IN ('coach', 'coachee')),
    how              TEXT NOT NULL CHECK (how IN (
        'meeting', 'in-person', 'call', 'message', 'document')),
    -- Either words that were told, or a document that was handed over.
    topic            TEXT,
    wording          TEXT NOT NULL DEFAULT '',
    version          TEXT,
    document         TEXT CHECK (document IN (
        'brief', 'summary', 'agreement', 'case-sheet', 'client-story', 'access')),
    sha256           TEXT NOT NULL DEFAULT '',
    content          TEXT NOT NULL DEFAULT '',
    ground           TEXT NOT NULL CHECK (ground IN (
        'boundary', 'release', 'meeting', 'coachees-own', 'approval', 'two-chair-record',
        'proposal', 'supervision', 'access', 'exception')),
    ground_agreement TEXT,
    ground_release   TEXT,
    ground_meeting   TEXT,
    ground_reason    TEXT NOT NULL DEFAULT '',
    ground_kind      TEXT CHECK (ground_kind IN ('danger', 'illegality', 'court-order', 'law')),
    ground_consulted TEXT CHECK (ground_consulted IN (
        'supervisor', 'insurer', 'lawyer', 'nobody')),
    previous         TEXT NOT NULL,
    hash             TEXT NOT NULL,
    PRIMARY KEY (engagement, number),
    CHECK ((topic IS NULL) <> (document IS NULL)),
    CHECK (topic IS NOT NULL OR (wording = '' AND version IS NULL)),
    CHECK (document IS NOT NULL OR (sha256 = '' AND content = '')),
    CHECK ((ground IN ('boundary', 'proposal')) = (ground_agreement IS NOT NULL)),
    CHECK ((ground = 'release') = (ground_release IS NOT NULL)),
    CHECK ((ground = 'meeting') = (ground_meeting IS NOT NULL)),
    CHECK (ground = 'exception' OR ground_reason = ''),
    CHECK ((ground = 'exception') = (ground_kind IS NOT NULL)),
    CHECK ((ground = 'exception') = (ground_consulted IS NOT NULL)),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, version) REFERENCES goal_version (engagement, id),
    FOREIGN KEY (engagement, ground_agreement) REFERENCES agreement (engagement, id),
    FOREIGN KEY (engagement, ground_release) REFERENCES release (engagement, id),
    FOREIGN KEY (engagement, ground_meeting) REFERENCES meeting (engagement, id)
) STRICT;
-- Format 1 had a ground for exceptions, and no way to record one.
INSERT INTO disclosure_2
    SELECT engagement, number, day, recorded, party, teller, how, topic, wording, version, document,
        sha256, content, ground, ground_agreement, ground_release, ground_meeting, ground_reason,
        NULL, NULL, previous, hash
    FROM disclosure ORDER BY engagement, number;
DROP TABLE disclosure;
ALTER TABLE disclosure_2 RENAME TO disclosure;

CREATE TRIGGER disclosure_is_not_changed BEFORE UPDATE ON disclosure
BEGIN
    SELECT RAISE(ABORT, 'disclosure: append only');
END;

CREATE TRIGGER disclosure_is_not_removed BEFORE DELETE ON disclosure
BEGIN
    SELECT RAISE(ABORT, 'disclosure: append only');
END;

CREATE TRIGGER disclosure_continues_the_chain BEFORE INSERT ON disclosure
WHEN NEW.number <> (
        SELECT coalesce(max(number), 0) + 1 FROM disclosure WHERE engagement = NEW.engagement)
    OR NEW.previous <> coalesce((
        SELECT hash FROM disclosure WHERE engagement = NEW.engagement
        ORDER BY number DESC LIMIT 1), '')
BEGIN
    SELECT RAISE(ABORT, 'disclosure: does not continue the chain');
END;

-- How far each ledger goes: a chain alone does not show that its last entries are missing.
CREATE TABLE ledger_end (
    engagement TEXT PRIMARY KEY NOT NULL REFERENCES engagement (id) ON DELETE RESTRICT,
    number     INTEGER NOT NULL,
    hash       TEXT NOT NULL
) STRICT;
INSERT INTO ledger_end (engagement, number, hash)
    SELECT engagement, number, hash FROM disclosure AS entry
    WHERE number = (SELECT max(number) FROM disclosure WHERE engagement = entry.engagement);

CREATE TRIGGER disclosure_moves_the_end AFTER INSERT ON disclosure
BEGIN
    INSERT INTO ledger_end (engagement, number, hash)
        VALUES (NEW.engagement, NEW.number, NEW.hash)
        ON CONFLICT (engagement) DO UPDATE SET number = excluded.number, hash = excluded.hash;
END;

CREATE TRIGGER ledger_end_only_moves_on BEFORE UPDATE ON ledger_end
WHEN NEW.engagement <> OLD.engagement OR NEW.number <> OLD.number + 1
BEGIN
    SELECT RAISE(ABORT, 'ledger_end: only moves on');
END;

CREATE TRIGGER ledger_end_is_not_removed BEFORE DELETE ON ledger_end
BEGIN
    SELECT RAISE(ABORT, 'ledger_end: only moves on');
END;

-- A hand-over under way: what is needed to finish or undo it when the program is stopped in between.
CREATE TABLE handing_over (
    id         TEXT PRIMARY KEY NOT NULL,
    -- The file that the coach asked for, and the hidden one beside it that is renamed to it.
    path       TEXT NOT NULL,
    beside     TEXT NOT NULL,
    -- True when an existing file of that name is to be replaced.
    replaces   INTEGER NOT NULL CHECK (replaces IN (0, 1)),
    -- The file's bytes, from the moment the ledger's entry is made; NULL before.
    bytes      BLOB
) STRICT;
