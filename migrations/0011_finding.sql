-- The index by which everything that was written is found (crates/store/src/finding.rs). It is kept
-- in step by triggers that each connection makes for itself, and filled when a vault is opened whose
-- index another version made.

-- What has an entry. `place` grows with the day it belongs to, so that the newest entries of the
-- index are found first, and a span of days is a span of places: the day's number, times 2^20, and a
-- number within the day.
CREATE TABLE finding (
    place  INTEGER PRIMARY KEY NOT NULL,
    source TEXT NOT NULL,
    id     TEXT NOT NULL,
    part   TEXT NOT NULL DEFAULT '',
    UNIQUE (source, id, part)
) STRICT;

-- Under `place`: words and parts of words, without the text.
CREATE VIRTUAL TABLE finding_index USING fts5 (
    tokens,
    content = '',
    columnsize = 0,
    detail = none,
    tokenize = "ascii tokenchars '=^+:~-'"
);
-- What is taken out leaves nothing behind.
INSERT INTO finding_index (finding_index, rank) VALUES ('secure-delete', 1);
