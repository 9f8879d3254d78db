-- Quicker with a large practice.

-- The order in which an engagement is read, so that no long text goes through a sorter; and how many
-- sessions of each engagement were held, and when the last was, out of the index alone.
CREATE INDEX session_engagement_day ON session (engagement, day, at, id, status);
CREATE INDEX note_engagement_day ON note (engagement, day, id);

-- The index for finding was searched for every token of an old text at each save, to overwrite it there
-- and then: three quarters of what saving took. Tokens go when pieces of the index are merged, and all
-- that are left of what was removed when something is disposed of (crates/store/src/open.rs, clean).
INSERT INTO finding_index (finding_index, rank) VALUES ('secure-delete', 0);
