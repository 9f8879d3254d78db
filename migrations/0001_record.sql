-- The record (crates/coaching/src/record.rs), one table for each kind of thing.
--
-- * Ids are the record's own. Days are TEXT like 2026-03-31, moments TEXT in RFC 3339 with Z, words
--   (a role, a status) TEXT as coaching::words spells them.
-- * What may be absent (an optional day, an optional reference) is NULL; everything else is NOT NULL,
--   and text that may be empty has the default ''.
-- * What belongs to an engagement carries its id, and refers to its siblings by (engagement, id): no
--   row can point into another engagement. UNIQUE (engagement, id) is the target of those references
--   and the index by which an engagement is loaded.
-- * What an engagement owns goes with it (CASCADE). Between siblings nothing cascades, and the rule is
--   NO ACTION rather than RESTRICT: it refuses a stray DELETE just the same, but is asked at the
--   statement's end, so that the order in which a cascade empties the tables does not matter.
-- * `place` keeps the order of lists whose order means something.
-- * Topics have no list in a CHECK, because they may grow.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE coach (
    only        INTEGER PRIMARY KEY NOT NULL DEFAULT 1 CHECK (only = 1),
    name        TEXT NOT NULL DEFAULT '',
    credentials TEXT NOT NULL DEFAULT '',
    email       TEXT NOT NULL DEFAULT '',
    phone       TEXT NOT NULL DEFAULT '',
    address     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE organisation (
    id    TEXT PRIMARY KEY NOT NULL,
    name  TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE person (
    id           TEXT PRIMARY KEY NOT NULL,
    name         TEXT NOT NULL,
    called       TEXT NOT NULL DEFAULT '',
    title        TEXT NOT NULL DEFAULT '',
    organisation TEXT REFERENCES organisation (id) ON DELETE RESTRICT,
    email        TEXT NOT NULL DEFAULT '',
    phone        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_organisation ON person (organisation);

CREATE TABLE engagement (
    id               TEXT PRIMARY KEY NOT NULL,
    name             TEXT NOT NULL,
    language         TEXT NOT NULL CHECK (language IN ('en', 'es')),
    status           TEXT NOT NULL CHECK (status IN (
        'enquiry', 'chemistry', 'contracting', 'active', 'paused', 'closing', 'ended')),
    began            TEXT NOT NULL,
    planned_end      TEXT,
    ended            TEXT,
    planned_sessions INTEGER NOT NULL DEFAULT 0,
    session_minutes  INTEGER NOT NULL,
    fees             TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE party (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    person     TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    role       TEXT NOT NULL CHECK (role IN (
        'coachee', 'sponsor', 'line-manager', 'hr-partner', 'stakeholder', 'supervisor')),
    level      TEXT NOT NULL DEFAULT 'inside' CHECK (level IN ('inside', 'outside')),
    relation   TEXT NOT NULL DEFAULT '',
    joined     TEXT NOT NULL,
    left_on    TEXT,
    UNIQUE (engagement, id)
) STRICT;
CREATE INDEX party_person ON party (person);
CREATE UNIQUE INDEX party_one_coachee ON party (engagement) WHERE role = 'coachee';

CREATE TABLE session (
    id          TEXT PRIMARY KEY NOT NULL,
    engagement  TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    day         TEXT NOT NULL,
    at          TEXT NOT NULL DEFAULT '',
    minutes     INTEGER NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled', 'missed')),
    preparation TEXT NOT NULL DEFAULT '',
    opening     TEXT NOT NULL DEFAULT '',
    record      TEXT NOT NULL DEFAULT '',
    reflective  TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id)
) STRICT;
-- Enough for the list of engagements, so that it reads no page of notes.
CREATE INDEX session_status_day ON session (status, day, engagement, at, id);

CREATE TABLE meeting (
    id              TEXT PRIMARY KEY NOT NULL,
    engagement      TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN (
        'before', 'contracting', 'mid-point', 'closing', 'when-needed')),
    arranged        TEXT NOT NULL,
    day             TEXT NOT NULL,
    at              TEXT NOT NULL DEFAULT '',
    minutes         INTEGER NOT NULL,
    place           TEXT NOT NULL DEFAULT '',
    status          TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    good_outcome    TEXT NOT NULL DEFAULT '',
    from_my_manager TEXT NOT NULL DEFAULT '',
    on_the_table    TEXT NOT NULL DEFAULT '',
    off_the_table   TEXT NOT NULL DEFAULT '',
    coach_does      TEXT CHECK (coach_does IN ('observe', 'facilitate', 'clarify')),
    reflective      TEXT NOT NULL DEFAULT '',
    debrief         TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id)
) STRICT;
CREATE INDEX meeting_status_day ON meeting (status, day, engagement, at, kind, id);

CREATE TABLE meeting_party (
    engagement TEXT NOT NULL,
    meeting    TEXT NOT NULL,
    part       TEXT NOT NULL CHECK (part IN ('invited', 'attended')),
    party      TEXT NOT NULL,
    place      INTEGER NOT NULL,
    PRIMARY KEY (meeting, part, party),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;
CREATE INDEX meeting_party_engagement ON meeting_party (engagement, meeting);

CREATE TABLE goal (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    UNIQUE (engagement, id)
) STRICT;

CREATE TABLE goal_version (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL,
    goal       TEXT NOT NULL,
    day        TEXT NOT NULL,
    recorded   TEXT NOT NULL,
    title      TEXT NOT NULL,
    words      TEXT NOT NULL DEFAULT '',
    why        TEXT NOT NULL DEFAULT '',
    measure    TEXT NOT NULL DEFAULT '',
    weight     INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    status     TEXT NOT NULL CHECK (status IN (
        'emerging', 'active', 'paused', 'achieved', 'let-go', 'replaced')),
    session    TEXT,
    meeting    TEXT,
    -- The shift that made it; all five are empty for a first version.
    shift      TEXT CHECK (shift IN (
        'clarified', 'morphed', 're-scoped', 'reprioritised', 'replaced', 'split', 'merged',
        'paused', 'resumed', 'achieved', 'let-go')),
    prompt     TEXT CHECK (prompt IN (
        'insight', 'event', 'stakeholder', 'organisation', 'unsaid')),
    reason     TEXT NOT NULL DEFAULT '',
    raised_by  TEXT,
    UNIQUE (engagement, id),
    UNIQUE (goal, id),
    UNIQUE (goal, day),
    CHECK ((shift IS NULL) = (prompt IS NULL)),
    CHECK (shift IS NOT NULL OR (reason = '' AND raised_by IS NULL)),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, session) REFERENCES session (engagement, id),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id),
    FOREIGN KEY (engagement, raised_by) REFERENCES party (engagement, id)
) STRICT;

-- The goals that took a goal's place.
CREATE TABLE goal_successor (
    engagement TEXT NOT NULL,
    version    TEXT NOT NULL,
    goal       TEXT NOT NULL,
    place      INTEGER NOT NULL,
    PRIMARY KEY (version, goal),
    FOREIGN KEY (engagement, version) REFERENCES goal_version (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id)
) STRICT;
CREATE INDEX goal_successor_engagement ON goal_successor (engagement, version);

-- What stood in a version before slips of the pen were corrected.
CREATE TABLE goal_correction (
    version TEXT NOT NULL REFERENCES goal_version (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    moment  TEXT NOT NULL,
    title   TEXT NOT NULL,
    words   TEXT NOT NULL DEFAULT '',
    why     TEXT NOT NULL DEFAULT '',
    measure TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (version, place)
) STRICT;

CREATE TABLE telling (
    engagement TEXT NOT NULL,
    version    TEXT NOT NULL,
    party      TEXT NOT NULL,
    PRIMARY KEY (version, party),
    FOREIGN KEY (engagement, version) REFERENCES goal_version (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;
CREATE INDEX telling_engagement ON telling (engagement, version, party);

CREATE TABLE telling_step (
    version  TEXT NOT NULL,
    party    TEXT NOT NULL,
    place    INTEGER NOT NULL,
    day      TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN (
        'not-discussed', 'deciding', 'will-tell', 'told', 'agreed', 'private')),
    until    TEXT,
    PRIMARY KEY (version, party, place),
    FOREIGN KEY (version, party) REFERENCES telling (version, party) ON DELETE CASCADE
) STRICT;

CREATE TABLE agreement (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    effective  TEXT NOT NULL,
    additions  TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    UNIQUE (engagement, effective)
) STRICT;

CREATE TABLE boundary (
    agreement TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    topic     TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role IN (
        'coachee', 'sponsor', 'line-manager', 'hr-partner', 'stakeholder', 'supervisor')),
    rule      TEXT NOT NULL CHECK (rule IN (
        'shared', 'with-consent', 'coachee-shares', 'confidential')),
    PRIMARY KEY (agreement, topic, role)
) STRICT;

CREATE TABLE assent (
    engagement TEXT NOT NULL,
    agreement  TEXT NOT NULL,
    party      TEXT NOT NULL,
    day        TEXT NOT NULL,
    how        TEXT NOT NULL CHECK (how IN ('in-writing', 'by-message', 'said-and-confirmed')),
    PRIMARY KEY (agreement, party),
    FOREIGN KEY (engagement, agreement) REFERENCES agreement (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;
CREATE INDEX assent_engagement ON assent (engagement, agreement);

-- A goal as a meeting agreed it, in its own wording.
CREATE TABLE agreed_goal (
    engagement TEXT NOT NULL,
    meeting    TEXT NOT NULL,
    place      INTEGER NOT NULL,
    goal       TEXT NOT NULL,
    version    TEXT NOT NULL,
    wording    TEXT NOT NULL,
    measure    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (meeting, goal),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id) ON DELETE CASCADE,
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id),
    FOREIGN KEY (goal, version) REFERENCES goal_version (goal, id)
) STRICT;
CREATE INDEX agreed_goal_engagement ON agreed_goal (engagement, meeting);

CREATE TABLE decision (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL,
    meeting    TEXT NOT NULL,
    place      INTEGER NOT NULL,
    text       TEXT NOT NULL,
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX decision_engagement ON decision (engagement, meeting);

CREATE TABLE commitment (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    party      TEXT, -- who promised; NULL for the coach
    text       TEXT NOT NULL,
    made       TEXT NOT NULL,
    due        TEXT,
    status     TEXT NOT NULL CHECK (status IN ('open', 'kept', 'let-go')),
    settled    TEXT,
    session    TEXT,
    meeting    TEXT,
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, session) REFERENCES session (engagement, id),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id)
) STRICT;
CREATE INDEX commitment_open_due ON commitment (due) WHERE status = 'open';

-- The dated notes on one topic. Each of these topics is one list of the engagement; a note on
-- another topic would be kept and never be seen again, so it is refused.
CREATE TABLE note (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    topic      TEXT NOT NULL CHECK (topic IN (
        'alignment', 'themes', 'support-needed', 'purpose', 'progress', 'insights', 'practices',
        'assessments', 'feedback-verbatim', 'reflections')),
    day        TEXT NOT NULL,
    text       TEXT NOT NULL,
    said_by    TEXT,
    session    TEXT,
    goal       TEXT,
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, said_by) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, session) REFERENCES session (engagement, id),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id)
) STRICT;

CREATE TABLE position (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    party      TEXT NOT NULL,
    goal       TEXT NOT NULL,
    day        TEXT NOT NULL,
    stance     TEXT NOT NULL CHECK (stance IN (
        'champion', 'supportive', 'unsure', 'sceptical', 'conflicting', 'unknown')),
    words      TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id)
) STRICT;

CREATE TABLE sponsor_contact (
    id           TEXT PRIMARY KEY NOT NULL,
    engagement   TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    party        TEXT NOT NULL,
    day          TEXT NOT NULL,
    how          TEXT NOT NULL CHECK (how IN (
        'meeting', 'in-person', 'call', 'message', 'document')),
    text         TEXT NOT NULL,
    coachee_told TEXT,
    withheld     TEXT NOT NULL DEFAULT '',
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id)
) STRICT;

CREATE TABLE release (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    audience   TEXT NOT NULL CHECK (audience IN ('party', 'supervisor', 'public')),
    party      TEXT,
    topic      TEXT NOT NULL,
    wording    TEXT NOT NULL,
    voice      TEXT NOT NULL CHECK (voice IN ('coachee', 'coach')),
    given      TEXT NOT NULL,
    how        TEXT NOT NULL CHECK (how IN ('in-writing', 'by-message', 'said-and-confirmed')),
    withdrawn  TEXT,
    note       TEXT,
    goal       TEXT,
    UNIQUE (engagement, id),
    CHECK ((audience = 'party') = (party IS NOT NULL)),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, note) REFERENCES note (engagement, id),
    FOREIGN KEY (engagement, goal) REFERENCES goal (engagement, id)
) STRICT;

CREATE TABLE approval (
    id         TEXT PRIMARY KEY NOT NULL,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    document   TEXT NOT NULL CHECK (document IN ('brief', 'summary')),
    party      TEXT NOT NULL,
    meeting    TEXT,
    content    TEXT NOT NULL,
    day        TEXT NOT NULL,
    how        TEXT NOT NULL CHECK (how IN ('in-writing', 'by-message', 'said-and-confirmed')),
    UNIQUE (engagement, id),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, meeting) REFERENCES meeting (engagement, id)
) STRICT;

-- The ledger: append-only. An engagement that has one is not deleted in passing.
CREATE TABLE disclosure (
    engagement       TEXT NOT NULL REFERENCES engagement (id) ON DELETE RESTRICT,
    number           INTEGER NOT NULL,
    day              TEXT NOT NULL,
    recorded         TEXT NOT NULL,
    party            TEXT NOT NULL,
    teller           TEXT NOT NULL CHECK (teller IN ('coach', 'coachee')),
    how              TEXT NOT NULL CHECK (how IN (
        'meeting', 'in-person', 'call', 'message', 'document')),
    -- Either words that were told, or a document that was handed over.
    topic            TEXT,
    wording          TEXT NOT NULL DEFAULT '',
    version          TEXT,
    document         TEXT CHECK (document IN ('brief', 'summary')),
    sha256           TEXT NOT NULL DEFAULT '',
    content          TEXT NOT NULL DEFAULT '',
    ground           TEXT NOT NULL CHECK (ground IN (
        'boundary', 'release', 'meeting', 'coachees-own', 'approval', 'two-chair-record', 'exception')),
    ground_agreement TEXT,
    ground_release   TEXT,
    ground_meeting   TEXT,
    ground_reason    TEXT NOT NULL DEFAULT '',
    previous         TEXT NOT NULL,
    hash             TEXT NOT NULL,
    PRIMARY KEY (engagement, number),
    CHECK ((topic IS NULL) <> (document IS NULL)),
    CHECK (topic IS NOT NULL OR (wording = '' AND version IS NULL)),
    CHECK (document IS NOT NULL OR (sha256 = '' AND content = '')),
    CHECK ((ground = 'boundary') = (ground_agreement IS NOT NULL)),
    CHECK ((ground = 'release') = (ground_release IS NOT NULL)),
    CHECK ((ground = 'meeting') = (ground_meeting IS NOT NULL)),
    CHECK (ground = 'exception' OR ground_reason = ''),
    FOREIGN KEY (engagement, party) REFERENCES party (engagement, id),
    FOREIGN KEY (engagement, version) REFERENCES goal_version (engagement, id),
    FOREIGN KEY (engagement, ground_agreement) REFERENCES agreement (engagement, id),
    FOREIGN KEY (engagement, ground_release) REFERENCES release (engagement, id),
    FOREIGN KEY (engagement, ground_meeting) REFERENCES meeting (engagement, id)
) STRICT;

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
