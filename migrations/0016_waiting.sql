-- What was written and is not in the index for finding yet: saving a note does not wait for the index
-- (crates/store/src/finding.rs). Where it stands, and no words.
CREATE TABLE finding_waiting (
    source TEXT NOT NULL,
    id     TEXT NOT NULL,
    part   TEXT NOT NULL,
    PRIMARY KEY (source, id, part)
) STRICT, WITHOUT ROWID;

-- A change that is being made is written down once it is made (crates/store/src/undo.rs).
DROP INDEX change_open;
ALTER TABLE change DROP COLUMN open;
