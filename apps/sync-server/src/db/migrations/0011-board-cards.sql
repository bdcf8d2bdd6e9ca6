-- Trial-action cards as lists show them, derived from the documents of boards like `board_text` and in the same reading.
CREATE TABLE board_card (
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  shape_id text NOT NULL CHECK (length(shape_id) <= 100),
  kind text NOT NULL CHECK (kind IN ('trial')),
  -- Name of the section that it stands in; empty for none.
  section text NOT NULL,
  -- Never 'ready' while something is missing, whatever the card says.
  status text NOT NULL CHECK (status IN ('draft', 'ready', 'running', 'finished')),
  outcome text,
  title text NOT NULL,
  responsible text NOT NULL,
  -- JSON: what else a list shows of it, and the newest line of its log.
  fields text NOT NULL CHECK (octet_length(fields) <= 262144),
  PRIMARY KEY (board_id, shape_id)
);

-- Boards whose words were read before there was this table are read once more.
UPDATE board_text_state SET read_at = 'epoch';
