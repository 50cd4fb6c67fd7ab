CREATE TABLE project (
  id         text PRIMARY KEY,
  path       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE host (
  id      text PRIMARY KEY,
  facts   jsonb NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now()
);

-- One row per run: its checkpoint (state at seq), who may write (epoch), and what lists show of it.
CREATE TABLE run (
  id          text PRIMARY KEY,
  project     text NOT NULL REFERENCES project (id),
  host        text NOT NULL,
  epoch       bigint NOT NULL,
  seq         bigint NOT NULL,
  state       jsonb NOT NULL,
  word        text NOT NULL,
  phase       text NOT NULL,
  verdict     text,
  title       text NOT NULL,
  execution   text,
  stuck_at    bigint NOT NULL DEFAULT -1,
  stuck_times integer NOT NULL DEFAULT 0,
  created_at  timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL
);
CREATE INDEX run_open ON run (id) WHERE word <> 'ended';
CREATE INDEX run_of_project ON run (project, id);

-- The log of every run. Ids are drawn under one lock, so that their order is the order of commits.
CREATE SEQUENCE event_id;
CREATE TABLE event (
  id      bigint PRIMARY KEY,
  project text NOT NULL,
  run     text NOT NULL REFERENCES run (id),
  seq     bigint NOT NULL,
  type    text NOT NULL,
  body    jsonb NOT NULL,
  at      timestamptz NOT NULL,
  UNIQUE (run, seq)
);

-- One row per try of a call: who runs it where, and, once it has ended, what it came to.
CREATE TABLE call (
  run         text NOT NULL REFERENCES run (id),
  id          text NOT NULL,
  tries       integer NOT NULL,
  epoch       bigint NOT NULL,
  host        text NOT NULL,
  stage       text NOT NULL,
  grp         text,
  pid         bigint,
  start_ticks bigint,
  log         text,
  started_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  active_ms   bigint,
  outcome     jsonb,
  PRIMARY KEY (run, id, tries)
);

CREATE TABLE command (
  key        text PRIMARY KEY,
  digest     text NOT NULL,
  run        text,
  answer     jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE landing (
  run    text PRIMARY KEY REFERENCES run (id),
  commit text NOT NULL,
  branch text NOT NULL,
  by     text NOT NULL,
  at     timestamptz NOT NULL
);
