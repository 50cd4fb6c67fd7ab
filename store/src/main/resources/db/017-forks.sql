-- From which run's facts a run began.
ALTER TABLE run ADD COLUMN forked_from text REFERENCES run (id);
