-- Quicker with a large practice.

-- How many sessions of each engagement were held, and when the last was.
CREATE INDEX session_engagement_held ON session (engagement, day) WHERE status = 'held';

-- The index for finding was searched for every token of an old text at each save, to overwrite it there
-- and then: three quarters of what saving took. Tokens go when pieces of the index are merged, and all
-- that are left of what was removed when something is disposed of (crates/store/src/open.rs, clean).
INSERT INTO finding_index (finding_index, rank) VALUES ('secure-delete', 0);
