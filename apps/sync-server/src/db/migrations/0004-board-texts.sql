-- The words on boards, to be found across all of them. Derived from the documents: it may be emptied at any time, and
-- fills again.
CREATE TABLE board_text (
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  shape_id text NOT NULL CHECK (length(shape_id) <= 100),
  -- Name of the section that it stands in; empty for none.
  section text NOT NULL,
  role text,
  words text NOT NULL,
  -- As it is searched: without case and accents, and with ø as oe and å as aa where that differs.
  plain text NOT NULL,
  respelt text,
  -- Of all of the above, so that only what changed is written.
  digest text NOT NULL,
  PRIMARY KEY (board_id, shape_id)
);

-- When the words of a board were read last, and of which generation they are.
CREATE TABLE board_text_state (
  board_id uuid PRIMARY KEY REFERENCES board ON DELETE CASCADE,
  generation integer NOT NULL,
  read_at timestamptz NOT NULL
);
