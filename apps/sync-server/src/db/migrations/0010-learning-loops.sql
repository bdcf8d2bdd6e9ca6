-- Learning loops (T20, F31): a question that a sprint goes on asking after it has ended, round after round.
CREATE TABLE learning_loop (
  id uuid PRIMARY KEY,
  sprint_id uuid NOT NULL REFERENCES sprint,
  question text NOT NULL,
  -- Who sees to it in operations: a name or a role, and an account where there is one.
  owner_name text NOT NULL,
  owner_id uuid REFERENCES app_user ON DELETE SET NULL,
  every_weeks integer NOT NULL CHECK (every_weeks BETWEEN 1 AND 26),
  -- The board that the rounds are written on.
  board_id uuid REFERENCES board ON DELETE SET NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  -- When it was brought to an end, and why.
  ended_at timestamptz,
  ended_why text
);
CREATE INDEX learning_loop_sprint ON learning_loop (sprint_id);

-- Its rounds: those that were held, which stay as they were written, and at most one that is to come.
CREATE TABLE learning_round (
  loop_id uuid NOT NULL REFERENCES learning_loop ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  -- As clocks on the wall say it.
  on_date date NOT NULL,
  at_minute integer NOT NULL CHECK (at_minute BETWEEN 0 AND 1439),
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  held_at timestamptz,
  learned text NOT NULL DEFAULT '',
  adjusted text NOT NULL DEFAULT '',
  PRIMARY KEY (loop_id, number)
);
CREATE UNIQUE INDEX learning_round_next ON learning_round (loop_id) WHERE held_at IS NULL;
CREATE INDEX learning_round_due ON learning_round (on_date) WHERE held_at IS NULL;

-- Letters that were sent about a round, so that nobody gets one twice.
CREATE TABLE learning_reminder (
  loop_id uuid NOT NULL REFERENCES learning_loop ON DELETE CASCADE,
  on_date date NOT NULL,
  days_before integer NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (loop_id, on_date, days_before, user_id)
);
