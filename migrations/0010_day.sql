-- The coach's day: rhythm, what is counted of a session, and what was put off.

-- How often sessions are meant to be; both empty where nobody said.
ALTER TABLE engagement ADD COLUMN rhythm_every INTEGER CHECK (rhythm_every BETWEEN 1 AND 12);
ALTER TABLE engagement ADD COLUMN rhythm_unit TEXT CHECK (rhythm_unit IN ('week', 'month'));
-- True when a session that was cancelled late or missed uses up one of those contracted.
ALTER TABLE engagement ADD COLUMN late_counts INTEGER NOT NULL DEFAULT 0
    CHECK (late_counts IN (0, 1));

-- The length that was planned, where it turned out otherwise.
ALTER TABLE session ADD COLUMN planned_minutes INTEGER;
-- Of a cancelled session: it was cancelled late.
ALTER TABLE session ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
ALTER TABLE session ADD COLUMN pro_bono INTEGER NOT NULL DEFAULT 0 CHECK (pro_bono IN (0, 1));
-- How many people took part, where it was a group.
ALTER TABLE session ADD COLUMN group_of INTEGER CHECK (group_of BETWEEN 2 AND 99);

-- Lines of Today that the coach put off, by their keys (of ids alone). No part of the record.
CREATE TABLE put_off (
    line       TEXT PRIMARY KEY NOT NULL,
    engagement TEXT REFERENCES engagement (id) ON DELETE CASCADE,
    until      TEXT NOT NULL
) STRICT;
CREATE INDEX put_off_engagement ON put_off (engagement);
