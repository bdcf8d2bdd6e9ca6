-- Pictures on boards. One row for each content, whoever put it there; the file lies in the store of files, under its
-- id, which is the SHA-256 of its bytes.
CREATE TABLE asset (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  type text NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer NOT NULL CHECK (bytes > 0),
  width integer NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 8192),
  -- When somebody put it on a board last: what was stored a moment ago is not taken away.
  stored_at timestamptz NOT NULL
);

-- Which board holds which picture: whoever may see the board may see it there, and nowhere else.
CREATE TABLE board_asset (
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  asset_id bytea NOT NULL REFERENCES asset,
  -- Of the board, when the picture was put there: erasing a board's history erases what only the old ones showed.
  generation integer NOT NULL,
  added_by uuid,
  added_at timestamptz NOT NULL,
  -- Since when nothing on the board shows it; null while something does.
  unused_since timestamptz,
  PRIMARY KEY (board_id, asset_id)
);
CREATE INDEX board_asset_asset ON board_asset (asset_id);
