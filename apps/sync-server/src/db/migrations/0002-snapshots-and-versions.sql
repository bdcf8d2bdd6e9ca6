-- Snapshots: a board's document as one update, so that loading does not read its whole journal. They form a chain: each
-- is built on the one before it (`previous`; null when there is none, 0 when it stands on nothing that is stored) and on
-- the rows in `seqs`. Those rows stay until the next snapshot is saved, so that a damaged snapshot can be done without:
-- the one before it and the rows say the same.
CREATE TABLE board_snapshot (
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  generation integer NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  previous integer CHECK (previous < number),
  payload bytea NOT NULL CHECK (octet_length(payload) <= 25165824),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  state_vector bytea NOT NULL,
  -- Exactly the journal rows that it holds beyond the previous one; a range would take in rows that nobody has read.
  seqs bigint[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (board_id, generation, number)
);
-- Read at every cold start of a board: not worth the time of compressing.
ALTER TABLE board_snapshot ALTER COLUMN payload SET STORAGE EXTERNAL;

-- Versions: what the people of a board can go back to. The payload is the document as one update, gzipped.
CREATE TABLE board_version (
  id uuid PRIMARY KEY,
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  generation integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('automatic', 'named', 'before-restore')),
  name text CHECK ((name IS NOT NULL) = (kind = 'named')),
  -- Who named it or restored another one; null for an automatic one.
  actor_id uuid,
  payload bytea NOT NULL CHECK (octet_length(payload) <= 25165824),
  -- Of the document, not of the payload.
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  bytes integer NOT NULL,
  records integer NOT NULL,
  created_at timestamptz NOT NULL
);
ALTER TABLE board_version ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE INDEX board_version_board ON board_version (board_id, created_at);
CREATE INDEX board_version_age ON board_version (created_at) WHERE kind <> 'named';

-- When the content of a deleted board was erased. Its row stays, so that its id answers as before.
ALTER TABLE board ADD COLUMN purged_at timestamptz;
CREATE INDEX board_to_purge ON board (deleted_at) WHERE deleted_at IS NOT NULL AND purged_at IS NULL;
