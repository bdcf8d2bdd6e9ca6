-- Share links: a secret address to one board, one snapshot or the page of one sprint, for people without an account.
CREATE TABLE share_link (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('board', 'snapshot', 'sprint')),
  board_id uuid REFERENCES board ON DELETE CASCADE,
  sprint_id uuid REFERENCES sprint ON DELETE CASCADE,
  -- Snapshots are never deleted while there are links to them: no foreign key is needed to find the target gone.
  snapshot_id uuid,
  -- `right` is a word of SQL.
  link_right text NOT NULL CHECK (link_right IN ('edit', 'comment', 'view')),
  name text NOT NULL CHECK (length(name) <= 80),
  may_answer boolean NOT NULL DEFAULT false,
  -- SHA-256 of 192 random bits; the secret itself is only in the address.
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  -- argon2id; null without a passcode.
  passcode_hash text,
  uses_max integer CHECK (uses_max > 0),
  uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0 AND (uses_max IS NULL OR uses <= uses_max)),
  last_used_at timestamptz,
  created_by uuid NOT NULL REFERENCES app_user,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CHECK (num_nonnulls(board_id, sprint_id, snapshot_id) = 1),
  CHECK ((kind = 'board') = (board_id IS NOT NULL) AND (kind = 'sprint') = (sprint_id IS NOT NULL)),
  CHECK (kind = 'board' OR link_right = 'view')
);
CREATE INDEX share_link_board ON share_link (board_id) WHERE board_id IS NOT NULL;
CREATE INDEX share_link_sprint ON share_link (sprint_id) WHERE sprint_id IS NOT NULL;
CREATE INDEX share_link_snapshot ON share_link (snapshot_id) WHERE snapshot_id IS NOT NULL;

-- Other ways in by a link, for a few hours: the code on the wall of a room, with the secret of its picture code; and the
-- address of a snapshot, handed out to whoever came by a code or by the page of a sprint.
CREATE TABLE share_link_door (
  secret_hash bytea PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
  link_id uuid NOT NULL REFERENCES share_link ON DELETE CASCADE,
  code_hash bytea UNIQUE CHECK (octet_length(code_hash) = 32),
  -- Which snapshot it opens where the link is that of a sprint.
  snapshot_id uuid,
  expires_at timestamptz NOT NULL
);
CREATE INDEX share_link_door_link ON share_link_door (link_id);
CREATE INDEX share_link_door_expiry ON share_link_door (expires_at);

-- Guests: who came by a link. A browser has one session for all links that it joined.
CREATE TABLE guest (
  id uuid PRIMARY KEY,
  link_id uuid NOT NULL REFERENCES share_link ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) <= 80),
  colour smallint NOT NULL CHECK (colour BETWEEN 1 AND 8),
  session_hash bytea NOT NULL CHECK (octet_length(session_hash) = 32),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  UNIQUE (session_hash, link_id)
);
CREATE INDEX guest_link ON guest (link_id);
