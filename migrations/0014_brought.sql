-- What is remembered of a calendar from which sessions were brought in. No part of the record.

-- Which titles are of which engagement, as coaching::bringing::same_title writes them.
CREATE TABLE calendar_title (
    title      TEXT NOT NULL PRIMARY KEY,
    engagement TEXT NOT NULL REFERENCES engagement (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX calendar_title_engagement ON calendar_title (engagement);

-- Which entry a session is, and what the calendar said of it last: what changed there since is told from
-- what the coach changed here. `entry` and `series` are SHA-256 of ids there, which may name people.
CREATE TABLE calendar_entry (
    session   TEXT NOT NULL PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    entry     TEXT NOT NULL UNIQUE,
    series    TEXT NOT NULL,
    day       TEXT NOT NULL,
    at        TEXT NOT NULL,
    minutes   INTEGER NOT NULL,
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;
