-- What stands in the way of an account, for every run of every project. An account without a row is
-- free. Its id holds a digest of the credential, never the credential.
CREATE TABLE account (
  id         text PRIMARY KEY,
  provider   text NOT NULL,
  limited    jsonb NOT NULL,
  limited_at timestamptz NOT NULL
);
