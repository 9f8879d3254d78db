-- Hours, credentials, supervision and the professional will: for the coach alone.

-- A client's consent to stand by name in the log of hours.
CREATE TABLE listing (
    person    TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    given     TEXT NOT NULL,
    how       TEXT NOT NULL CHECK (how IN ('in-writing', 'by-message', 'said-and-confirmed')),
    withdrawn TEXT
) STRICT;

-- Rows of the log that was kept before this program.
CREATE TABLE earlier_hours (
    id        TEXT NOT NULL PRIMARY KEY,
    client    TEXT NOT NULL,
    contact   TEXT NOT NULL DEFAULT '',
    size      INTEGER CHECK (size BETWEEN 2 AND 99),
    began     TEXT NOT NULL,
    until     TEXT NOT NULL,
    paid      INTEGER NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND 600000),
    pro_bono  INTEGER NOT NULL DEFAULT 0 CHECK (pro_bono BETWEEN 0 AND 600000),
    given     TEXT,
    how       TEXT CHECK (how IN ('in-writing', 'by-message', 'said-and-confirmed')),
    withdrawn TEXT,
    CHECK (began <= until),
    CHECK ((given IS NULL) = (how IS NULL)),
    CHECK (given IS NOT NULL OR withdrawn IS NULL)
) STRICT;

CREATE TABLE learning (
    id      TEXT NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN (
        'supervision', 'group-supervision', 'mentoring', 'course', 'event', 'study', 'other')),
    day     TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 6000),
    with_whom TEXT NOT NULL DEFAULT '',
    about   TEXT NOT NULL DEFAULT ''
) STRICT;

-- A file as it was given. The program never opens it.
CREATE TABLE certificate (
    learning TEXT NOT NULL PRIMARY KEY REFERENCES learning (id) ON DELETE CASCADE,
    name     TEXT NOT NULL,
    file     BLOB NOT NULL
) STRICT;

-- What is taken to supervision. What is marked may go: the mark and its line stay.
CREATE TABLE supervision_mark (
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    id         TEXT NOT NULL UNIQUE,
    day        TEXT NOT NULL,
    item       TEXT NOT NULL DEFAULT '',
    why        TEXT NOT NULL,
    taken      TEXT,
    PRIMARY KEY (engagement, id)
) STRICT;

-- One row at most.
CREATE TABLE will (
    only      INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    language  TEXT NOT NULL CHECK (language IN ('en', 'es')),
    successor TEXT NOT NULL DEFAULT '',
    reach     TEXT NOT NULL DEFAULT '',
    stand_in  TEXT NOT NULL DEFAULT '',
    tasks     TEXT NOT NULL DEFAULT '',
    vault     TEXT NOT NULL DEFAULT '',
    sealed    TEXT NOT NULL DEFAULT '',
    tell      TEXT NOT NULL DEFAULT '',
    reviewed  TEXT
) STRICT;
