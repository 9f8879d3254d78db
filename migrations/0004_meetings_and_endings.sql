-- Three-way meetings, alignment with stakeholders, the end of an engagement, the letterhead.

-- How much a stakeholder's view weighs; NULL: not said.
ALTER TABLE party ADD COLUMN influence TEXT CHECK (influence IN ('low', 'medium', 'high'));

-- What a party seems to hold to be true, as coach and coachee see it.
CREATE TABLE belief (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    party      TEXT NOT NULL,
    day        TEXT NOT NULL,
    text       TEXT NOT NULL,
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;

-- Where two sides pull apart, and how it is worked on.
CREATE TABLE clash (
    id               TEXT PRIMARY KEY NOT NULL,
    engagement       TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    day              TEXT NOT NULL,
    title            TEXT NOT NULL,
    goal             TEXT,
    shared_objective TEXT NOT NULL DEFAULT '',
    not_negotiable   TEXT NOT NULL DEFAULT '',
    evidence         TEXT NOT NULL DEFAULT '',
    outcome          TEXT CHECK (outcome IN (
        'common-ground', 'agreed-difference', 'changed-goal', 'ended-engagement')),
    outcome_day      TEXT,
    outcome_words    TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    CHECK ((outcome IS NULL) = (outcome_day IS NULL)),
    CHECK (outcome IS NOT NULL OR outcome_words = ''),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id)
) STRICT;

CREATE TABLE clash_side (
    engagement TEXT NOT NULL,
    clash      TEXT NOT NULL,
    place      INTEGER NOT NULL,
    party      TEXT NOT NULL,
    wants      TEXT NOT NULL DEFAULT '',
    fears      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (clash, party),
    FOREIGN KEY (engagement, clash) REFERENCES clash (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;
CREATE INDEX clash_side_engagement ON clash_side (engagement, clash);

-- What is tried, when both sides judge it, and what came of it.
CREATE TABLE experiment (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL,
    clash      TEXT NOT NULL,
    day        TEXT NOT NULL,
    text       TEXT NOT NULL,
    judge_on   TEXT,
    judged     TEXT,
    came_of    TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    CHECK (judged IS NOT NULL OR came_of = ''),
    FOREIGN KEY (engagement, clash) REFERENCES clash (engagement, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX experiment_engagement ON experiment (engagement, clash);

-- The coach's own questions, to think with. They belong to no engagement.
CREATE TABLE question (
    id   TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- What a meeting is to speak about, in its order.
CREATE TABLE agenda_item (
    engagement TEXT NOT NULL,
    meeting    TEXT NOT NULL,
    place      INTEGER NOT NULL,
    text       TEXT NOT NULL,
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 600),
    speaker    TEXT NOT NULL CHECK (speaker IN ('everybody', 'coach', 'party')),
    party      TEXT,
    PRIMARY KEY (meeting, place),
    CHECK ((speaker = 'party') = (party IS NOT NULL)),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;
CREATE INDEX agenda_item_engagement ON agenda_item (engagement, meeting);

-- An early end, and what was agreed to be said about the end.
ALTER TABLE engagement ADD COLUMN ended_early INTEGER NOT NULL DEFAULT 0
    CHECK (ended_early IN (0, 1));
ALTER TABLE engagement ADD COLUMN end_words TEXT NOT NULL DEFAULT '';

-- What was arranged for the time after the end.
CREATE TABLE follow_up (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    due        TEXT NOT NULL,
    done       TEXT,
    words      TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    CHECK (done IS NOT NULL OR words = '')
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due) WHERE done IS NULL;

-- How the coach's documents look; one row at most.
CREATE TABLE letterhead (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    colour TEXT NOT NULL DEFAULT '',
    logo   BLOB
) STRICT;

-- The documents have grown by two.
CREATE TABLE approval_2 (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    document   TEXT NOT NULL CHECK (document IN (
        'brief', 'summary', 'agreement', 'case-sheet', 'client-story', 'access',
        'talking-points', 'minutes', 'invitation')),
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
INSERT INTO approval_2
    SELECT id, engagement, document, party, meeting, content, said, day, how FROM approval;
DROP TABLE approval;
ALTER TABLE approval_2 RENAME TO approval;

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
        'brief', 'summary', 'agreement', 'case-sheet', 'client-story', 'access',
        'talking-points', 'minutes', 'invitation')),
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
INSERT INTO disclosure_2 SELECT * FROM disclosure ORDER BY engagement, number;
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

CREATE TRIGGER disclosure_moves_the_end AFTER INSERT ON disclosure
BEGIN
    INSERT INTO ledger_end (engagement, number, hash)
        VALUES (NEW.engagement, NEW.number, NEW.hash)
        ON CONFLICT (engagement) DO UPDATE SET number = excluded.number, hash = excluded.hash;
END;
