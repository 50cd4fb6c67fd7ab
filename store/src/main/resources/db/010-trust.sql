-- What the agent was told, by its digest, and which settings it tried to change.
ALTER TABLE call ADD COLUMN prompt text;
ALTER TABLE call ADD COLUMN touched jsonb;

-- The settings of repositories that a person allowed, by the digest of all of them.
CREATE TABLE trust (
  project text NOT NULL REFERENCES project (id),
  digest  text NOT NULL,
  by      text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (project, digest)
);
