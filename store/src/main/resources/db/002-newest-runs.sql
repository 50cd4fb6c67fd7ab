-- Ids have seconds only: of two runs of one second, the later one is the newest.
CREATE INDEX run_newest ON run (created_at, id);
