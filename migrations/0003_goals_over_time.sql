-- Measures, what goals serve, threads of insights, and the coachee's talking points.

-- The fewest raters that a combined figure rests on.
ALTER TABLE agreement ADD COLUMN raters INTEGER NOT NULL DEFAULT 5 CHECK (raters >= 3);

-- The five levels of goal attainment of a goal version.
CREATE TABLE goal_levels (
    engagement TEXT NOT NULL,
    version    TEXT PRIMARY KEY NOT NULL,
    day        TEXT NOT NULL,
    much_less  TEXT NOT NULL,
    less       TEXT NOT NULL,
    expected   TEXT NOT NULL,
    more       TEXT NOT NULL,
    much_more  TEXT NOT NULL,
    FOREIGN KEY (engagement, version) REFERENCES goal_version (engagement, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX goal_levels_engagement ON goal_levels (engagement, version);

CREATE TABLE score (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    goal       TEXT NOT NULL,
    version    TEXT NOT NULL,
    day        TEXT NOT NULL,
    level      INTEGER NOT NULL CHECK (level BETWEEN -2 AND 2),
    words      TEXT NOT NULL DEFAULT '',
    session    TEXT,
    UNIQUE (engagement, id),
    UNIQUE (version, day),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id),
    FOREIGN KEY (goal, version) REFERENCES goal_version (goal, id),
    FOREIGN KEY (engagement, session) REFERENCES session (engagement, id)
) STRICT;

CREATE TABLE self_rating (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    goal       TEXT NOT NULL,
    version    TEXT NOT NULL,
    day        TEXT NOT NULL,
    mark       INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 10),
    words      TEXT NOT NULL DEFAULT '',
    session    TEXT,
    UNIQUE (engagement, id),
    UNIQUE (version, day),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id),
    FOREIGN KEY (goal, version) REFERENCES goal_version (goal, id),
    FOREIGN KEY (engagement, session) REFERENCES session (engagement, id)
) STRICT;

-- A round of the stakeholder pulse, what it asked about, and what the raters said.
CREATE TABLE round (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    day        TEXT NOT NULL,
    closed     TEXT,
    UNIQUE (engagement, id),
    UNIQUE (engagement, day)
) STRICT;

CREATE TABLE round_asked (
    engagement TEXT NOT NULL,
    round      TEXT NOT NULL,
    place      INTEGER NOT NULL,
    goal       TEXT NOT NULL,
    version    TEXT NOT NULL,
    PRIMARY KEY (round, goal),
    FOREIGN KEY (engagement, round) REFERENCES round (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id),
    FOREIGN KEY (goal, version) REFERENCES goal_version (goal, id)
) STRICT;
CREATE INDEX round_asked_engagement ON round_asked (engagement, round);

CREATE TABLE round_answer (
    engagement   TEXT NOT NULL,
    round        TEXT NOT NULL,
    place        INTEGER NOT NULL,
    party        TEXT NOT NULL,
    goal         TEXT NOT NULL,
    change       INTEGER CHECK (change BETWEEN -3 AND 3),
    feed_forward TEXT NOT NULL DEFAULT '',
    how          TEXT NOT NULL CHECK (how IN (
        'meeting', 'in-person', 'call', 'message', 'document')),
    PRIMARY KEY (round, party, goal),
    FOREIGN KEY (engagement, round) REFERENCES round (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (round, goal) REFERENCES round_asked (round, goal),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;
CREATE INDEX round_answer_engagement ON round_answer (engagement, round);

-- Once a round is closed, the difference of two of its figures would be one rater's answer: slips may
-- be put right, but nobody is added or taken out. (A round that is removed goes as a whole.)
CREATE TRIGGER round_is_closed_for_answers BEFORE INSERT ON round_answer
WHEN (SELECT closed FROM round WHERE id = NEW.round) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'round: closed');
END;

CREATE TRIGGER round_keeps_its_answers BEFORE DELETE ON round_answer
WHEN (SELECT closed FROM round WHERE id = OLD.round) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'round: closed');
END;

CREATE TRIGGER round_keeps_its_raters BEFORE UPDATE ON round_answer
WHEN (SELECT closed FROM round WHERE id = OLD.round) IS NOT NULL
    AND (NEW.round <> OLD.round OR NEW.party <> OLD.party OR NEW.goal <> OLD.goal
        OR (NEW.change IS NULL) <> (OLD.change IS NULL))
BEGIN
    SELECT RAISE(ABORT, 'round: closed');
END;

CREATE TRIGGER round_stays_closed BEFORE UPDATE OF closed ON round
WHEN OLD.closed IS NOT NULL AND NEW.closed IS NOT OLD.closed
BEGIN
    SELECT RAISE(ABORT, 'round: closed');
END;

-- What matters to a party on the sponsor's side, in dated wordings.
CREATE TABLE priority (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    party      TEXT NOT NULL,
    ended      TEXT,
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;

CREATE TABLE priority_wording (
    engagement TEXT NOT NULL,
    priority   TEXT NOT NULL,
    day        TEXT NOT NULL,
    text       TEXT NOT NULL,
    PRIMARY KEY (priority, day),
    FOREIGN KEY (engagement, priority) REFERENCES priority (engagement, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX priority_wording_engagement ON priority_wording (engagement, priority);

-- What a goal serves: a priority, or a statement of the coachee's purpose.
CREATE TABLE tie (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    goal       TEXT NOT NULL,
    priority   TEXT,
    purpose    TEXT,
    day        TEXT NOT NULL,
    until      TEXT,
    words      TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    CHECK ((priority IS NULL) <> (purpose IS NULL)),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id),
    FOREIGN KEY (engagement, priority) REFERENCES priority (engagement, id),
    FOREIGN KEY (engagement, purpose) REFERENCES note (engagement, id)
) STRICT;

-- Insights about one subject. A link goes with its insight.
CREATE TABLE thread (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    subject    TEXT NOT NULL,
    UNIQUE (engagement, id)
) STRICT;

CREATE TABLE thread_insight (
    engagement TEXT NOT NULL,
    thread     TEXT NOT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (thread, note),
    FOREIGN KEY (engagement, thread) REFERENCES thread (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, note) REFERENCES note (engagement, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX thread_insight_engagement ON thread_insight (engagement, thread);

-- The documents have grown by one.
CREATE TABLE approval_2 (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    document   TEXT NOT NULL CHECK (document IN (
        'brief', 'summary', 'agreement', 'case-sheet', 'client-story', 'access',
        'talking-points')),
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
        'talking-points')),
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
