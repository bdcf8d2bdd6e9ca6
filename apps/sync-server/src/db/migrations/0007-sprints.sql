-- Sprints: a week's work from a programme, with its team, boards, plan and log.
CREATE TABLE sprint (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  -- In a citizen's words.
  challenge text NOT NULL,
  start_date date NOT NULL,
  -- Slug of the programme that its agenda was copied from.
  programme_id text NOT NULL CHECK (length(programme_id) <= 40),
  locale text NOT NULL CHECK (locale IN ('da', 'en', 'nb')),
  status text NOT NULL CHECK (status IN ('preparation', 'running', 'finished', 'archived')),
  -- JSON: `Agenda` of `agenda.ts`; the number is raised by every change, so that two who change it do not undo each other.
  agenda text NOT NULL CHECK (octet_length(agenda) <= 262144),
  agenda_version integer NOT NULL DEFAULT 1,
  -- While it runs: which block the team is at, and since when.
  now_block text,
  now_since timestamptz,
  -- The commissioning manager: a name, and an account where there is one.
  commissioner_name text NOT NULL,
  commissioner_id uuid REFERENCES app_user,
  -- The sprint that this one was duplicated from or follows.
  previous_id uuid REFERENCES sprint,
  created_by uuid NOT NULL REFERENCES app_user,
  created_at timestamptz NOT NULL,
  -- When the original purpose was locked: the end of the kick-off.
  purpose_locked_at timestamptz,
  finished_at timestamptz,
  archived_at timestamptz,
  deleted_at timestamptz
);
CREATE INDEX sprint_commissioner ON sprint (commissioner_id) WHERE commissioner_id IS NOT NULL;

CREATE TABLE sprint_member (
  sprint_id uuid NOT NULL REFERENCES sprint ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('facilitator', 'member', 'sparring', 'observer')),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (sprint_id, user_id)
);
CREATE INDEX sprint_member_user ON sprint_member (user_id);

ALTER TABLE board
  ADD COLUMN sprint_id uuid REFERENCES sprint,
  -- Key of the board in the sprint's agenda, of the day on which it is used first, and its place among the boards.
  ADD COLUMN sprint_key text CHECK (length(sprint_key) <= 40),
  ADD COLUMN sprint_day text CHECK (length(sprint_day) <= 40),
  ADD COLUMN sprint_position integer,
  -- It began as the short version of its template; so does the one of a duplicate.
  ADD COLUMN sprint_short boolean NOT NULL DEFAULT false,
  ADD COLUMN phase text CHECK (phase IN ('foundation', 'understand', 'create', 'work')),
  ADD COLUMN sensitivity text NOT NULL DEFAULT 'open' CHECK (sensitivity IN ('open', 'restricted', 'locked'));
CREATE UNIQUE INDEX board_sprint ON board (sprint_id, sprint_key) WHERE sprint_id IS NOT NULL;

-- Contributing: adding, and changing only one's own.
ALTER TABLE board_member DROP CONSTRAINT board_member_role_check;
ALTER TABLE board_member ADD CONSTRAINT board_member_role_check CHECK (role IN ('edit', 'contribute', 'view'));

-- Logs are only ever added to, whatever a route or a query of ours does.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The process log (T22): lines are added, never changed; a line that corrects another one names it.
CREATE TABLE sprint_log_line (
  sprint_id uuid NOT NULL REFERENCES sprint,
  number integer NOT NULL CHECK (number > 0),
  type text NOT NULL
    CHECK (type IN ('purpose', 'plan', 'team', 'audience', 'solution', 'mandate', 'side-benefit', 'no-change')),
  day text,
  from_words text NOT NULL,
  to_words text NOT NULL,
  why text NOT NULL,
  -- Who decided, as roles; and what it means.
  decided_by text NOT NULL,
  consequence text NOT NULL,
  corrects integer,
  -- Who wrote it: a person, and what they were in the sprint.
  by_id uuid NOT NULL,
  by_role text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (sprint_id, number)
);

-- Versions of the purpose and the plan, the newest counting. The last one before the kick-off ended is the original.
CREATE TABLE sprint_purpose (
  sprint_id uuid NOT NULL REFERENCES sprint,
  number integer NOT NULL CHECK (number > 0),
  purpose text NOT NULL,
  plan text NOT NULL,
  why text NOT NULL,
  by_id uuid NOT NULL,
  by_role text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (sprint_id, number)
);

-- Decisions and decisions at gates (F29): with role, time, reason and conditions.
CREATE TABLE sprint_decision (
  sprint_id uuid NOT NULL REFERENCES sprint,
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('decision', 'gate')),
  words text NOT NULL,
  outcome text CHECK (outcome IN ('go', 'conditions', 'loop', 'stop')),
  conditions text NOT NULL,
  reason text NOT NULL,
  phase text,
  -- Role of who decided, not necessarily a name (rule 7), and when.
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  corrects integer,
  board_id uuid,
  by_id uuid NOT NULL,
  by_role text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (sprint_id, number)
);

CREATE TRIGGER sprint_log_line_stays BEFORE UPDATE OR DELETE ON sprint_log_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sprint_purpose_stays BEFORE UPDATE OR DELETE ON sprint_purpose
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sprint_decision_stays BEFORE UPDATE OR DELETE ON sprint_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Lines that the product proposes; a person adds them to the log, or sets them aside.
CREATE TABLE sprint_proposal (
  id uuid PRIMARY KEY,
  sprint_id uuid NOT NULL REFERENCES sprint ON DELETE CASCADE,
  type text NOT NULL,
  day text,
  from_words text NOT NULL,
  to_words text NOT NULL,
  made_at timestamptz NOT NULL,
  -- Number of the line that it became; or when it was set aside.
  line integer,
  set_aside_at timestamptz
);
CREATE INDEX sprint_proposal_open ON sprint_proposal (sprint_id) WHERE line IS NULL AND set_aside_at IS NULL;

-- What the administrators settled for the whole organisation, as JSON.
CREATE TABLE organisation_setting (
  key text PRIMARY KEY CHECK (length(key) <= 40),
  value text NOT NULL CHECK (octet_length(value) <= 262144),
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL
);
