-- What a provider remembers of the work at one desk of a run, packed, so that any host can go on with it. It is gone
-- when its run has ended.
CREATE TABLE conversation (
  run           text NOT NULL REFERENCES run (id),
  desk          text NOT NULL,
  provider      text NOT NULL,
  name          text NOT NULL,
  call          text NOT NULL,
  place         text NOT NULL,
  input_tokens  bigint NOT NULL,
  cached_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  memory        bytea NOT NULL,
  kept_at       timestamptz NOT NULL,
  PRIMARY KEY (run, desk, provider)
);
