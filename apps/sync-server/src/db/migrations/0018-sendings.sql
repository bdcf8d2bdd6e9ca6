-- Notes that are sent on: what is about to be sent is written down with its links, before a note is on the other board.
-- A server that is killed in between finds it here, and whoever sent them can take them back. Kept for a week.
CREATE TABLE evidence_sending (
  -- Made by the page, so that it is sent once when its answer was lost.
  id uuid PRIMARY KEY,
  by_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  source_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  target_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  frame_id text CHECK (length(frame_id) <= 100),
  -- How many notes were asked for.
  asked integer NOT NULL,
  -- JSON: the two ends of each link.
  links text NOT NULL CHECK (octet_length(links) <= 65536),
  made_at timestamptz NOT NULL,
  -- When it was found that notes and links agree; null as long as that has to be seen to.
  settled_at timestamptz,
  -- JSON: by trace, a hash of the note as it was put on the board.
  prints text NOT NULL DEFAULT '{}' CHECK (octet_length(prints) <= 65536),
  taken_back_at timestamptz
);
CREATE INDEX evidence_sending_open ON evidence_sending (made_at) WHERE settled_at IS NULL;
CREATE INDEX evidence_sending_made ON evidence_sending (made_at);
