-- Templates that people of the organisation made. Deleted ones stay: boards made from them show their guide.
CREATE TABLE template (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES app_user,
  -- Language of what stands on it where it says nothing in others.
  locale text NOT NULL CHECK (locale IN ('da', 'en', 'nb')),
  -- JSON: name, purpose, phase, times, people and steps, as `template-about.ts` has them.
  about text NOT NULL CHECK (octet_length(about) <= 262144),
  -- Number of the newest version.
  version integer NOT NULL CHECK (version > 0),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  deleted_at timestamptz
);

-- What each version puts on a board. A version never changes.
CREATE TABLE template_version (
  template_id uuid NOT NULL REFERENCES template ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  made_by uuid,
  made_at timestamptz NOT NULL,
  -- JSON: its sections in reading order.
  sections text NOT NULL CHECK (octet_length(sections) <= 1048576),
  -- JSON: `schema` and `records`, as in a board's backup.
  content text NOT NULL CHECK (octet_length(content) <= 6291456),
  PRIMARY KEY (template_id, number)
);

-- Built-in templates that an administrator took out of the gallery.
CREATE TABLE hidden_template (
  template_id text PRIMARY KEY CHECK (length(template_id) <= 40),
  hidden_by uuid NOT NULL,
  hidden_at timestamptz NOT NULL
);

ALTER TABLE board
  -- Of a template of our own: the version that the board was made from.
  ADD COLUMN template_version integer,
  -- SHA-256 of the records that it began with: whether anybody has written on it since.
  ADD COLUMN template_digest bytea CHECK (octet_length(template_digest) = 32),
  -- A board to try things on: it is gone for good after this moment.
  ADD COLUMN expires_at timestamptz;
CREATE INDEX board_expires ON board (expires_at) WHERE expires_at IS NOT NULL;
