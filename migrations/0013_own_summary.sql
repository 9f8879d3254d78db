-- As of which day the coach's own summary was last written; NULL: never.
ALTER TABLE engagement ADD COLUMN own_summary TEXT;
