-- Hidden votes: dots on the notes of a board, which nobody else sees until all are shown at once.
CREATE TABLE board_vote (
  id uuid PRIMARY KEY,
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  question text NOT NULL CHECK (length(question) <= 200),
  dots smallint NOT NULL CHECK (dots BETWEEN 1 AND 10),
  -- The section that it is about, and what that was called; null for the whole board.
  frame_id text CHECK (length(frame_id) <= 100),
  section text CHECK (length(section) <= 200),
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL,
  -- Open until it is shown; one that is cancelled is removed.
  shown_at timestamptz,
  ballots integer CHECK (ballots >= 0),
  CHECK ((frame_id IS NULL) = (section IS NULL) AND (shown_at IS NULL) = (ballots IS NULL))
);
CREATE UNIQUE INDEX board_vote_open ON board_vote (board_id) WHERE shown_at IS NULL;
CREATE INDEX board_vote_shown ON board_vote (board_id, shown_at DESC) WHERE shown_at IS NOT NULL;

-- One for each person and each guest, only while the vote is open: showing and cancelling erase them. No time, so that
-- the order says nothing either.
CREATE TABLE vote_ballot (
  vote_id uuid NOT NULL REFERENCES board_vote ON DELETE CASCADE,
  user_id uuid REFERENCES app_user ON DELETE CASCADE,
  guest_id uuid REFERENCES guest ON DELETE CASCADE,
  -- JSON: which notes, and how many dots on each.
  votes text NOT NULL CHECK (octet_length(votes) <= 4096),
  done boolean NOT NULL,
  CHECK (num_nonnulls(user_id, guest_id) = 1),
  UNIQUE (vote_id, user_id),
  UNIQUE (vote_id, guest_id)
);
CREATE INDEX vote_ballot_user ON vote_ballot (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX vote_ballot_guest ON vote_ballot (guest_id) WHERE guest_id IS NOT NULL;

-- What the last vote on a board gave a note, by its trace: so all copies of it know. Sums only, never whose. A copy on a
-- board where it was in no vote has what the board gave it on which it was marked.
CREATE TABLE note_vote (
  trace uuid NOT NULL REFERENCES evidence_trace ON DELETE CASCADE,
  board_id uuid NOT NULL REFERENCES board ON DELETE CASCADE,
  votes integer NOT NULL CHECK (votes >= 0),
  PRIMARY KEY (trace, board_id)
);
CREATE INDEX note_vote_board ON note_vote (board_id);

-- Which notes of a board were marked.
CREATE INDEX evidence_trace_shape ON evidence_trace (board_id, shape_id);
