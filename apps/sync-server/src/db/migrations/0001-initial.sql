-- People of the organisation. An e-mail is kept in lower case.
CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  name text NOT NULL,
  colour smallint NOT NULL CHECK (colour BETWEEN 1 AND 8),
  locale text NOT NULL CHECK (locale IN ('da', 'en', 'nb')),
  role text NOT NULL CHECK (role IN ('admin', 'designer', 'member', 'manager')),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Sessions by SHA-256 of their token; the token itself is only in the browser's cookie.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_by_user ON session (user_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  role text NOT NULL CHECK (role IN ('admin', 'designer', 'member', 'manager')),
  note text,
  invited_by uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);

-- At most one row: the secret of the printed set-up link, replaced at every start until there is an administrator.
CREATE TABLE setup_secret (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE board (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  owner_id uuid NOT NULL REFERENCES app_user,
  template_id text,
  locale text NOT NULL CHECK (locale IN ('da', 'en', 'nb')),
  -- Raised when old documents of the board must never be merged again; journal rows and sockets carry it.
  generation integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  deleted_at timestamptz
);
CREATE INDEX board_owner ON board (owner_id);

-- Colleagues whom the owner added. The owner has no row.
CREATE TABLE board_member (
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('edit', 'view')),
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (board_id, user_id)
);
CREATE INDEX board_member_user ON board_member (user_id);

-- The journal: every update, before anybody sees it. No foreign key, so that an append takes no lock on the board's
-- row; a loader ignores rows of other generations. seq is assigned before the commit: a lower one may appear later.
CREATE TABLE board_update (
  board_id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  generation integer NOT NULL,
  actor_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  payload bytea NOT NULL CHECK (octet_length(payload) <= 8388608),
  PRIMARY KEY (board_id, seq)
);
