-- The evidence chain: a note that was sent on, or that something builds on, bears a trace in its record. Copies of it, on
-- the same board and on others, bear the same one, so that links outlive copying, moving and duplicating.
CREATE TABLE evidence_trace (
  id uuid PRIMARY KEY,
  -- Where it was marked first, and as what: for the gap that is shown when no note bears it any more.
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  -- The note itself, which going back to an older version leaves without its trace; null for one that was just sent.
  shape_id text CHECK (length(shape_id) <= 100),
  role text,
  section text NOT NULL,
  made_at timestamptz NOT NULL
);

-- One trace builds on another one. A link that was a mistake is withdrawn, not removed.
CREATE TABLE evidence_link (
  from_trace uuid NOT NULL REFERENCES evidence_trace ON DELETE CASCADE,
  to_trace uuid NOT NULL REFERENCES evidence_trace ON DELETE CASCADE,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (from_trace, to_trace),
  CHECK (from_trace <> to_trace)
);
CREATE INDEX evidence_link_to ON evidence_link (to_trace);

-- Which trace a text bears; derived from the documents like the rest of the table.
ALTER TABLE board_text ADD COLUMN trace uuid;
CREATE INDEX board_text_trace ON board_text (trace) WHERE trace IS NOT NULL;
