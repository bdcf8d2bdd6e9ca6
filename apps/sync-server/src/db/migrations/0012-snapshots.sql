-- What managers read: a page that is put together from sections of boards, and frozen when somebody publishes it. A draft
-- is a choice that can still be changed, and nothing is frozen yet.
CREATE TABLE snapshot (
  id uuid PRIMARY KEY,
  -- Of a sprint, or of a board of no sprint. The board may be deleted and erased; what was published stays.
  sprint_id uuid REFERENCES sprint,
  board_id uuid,
  CHECK ((sprint_id IS NULL) <> (board_id IS NULL)),
  -- Key of the sprint's day that it is about.
  day text CHECK (length(day) <= 40),
  status text NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
  -- It was made at the end of a day, and nobody has looked at it yet.
  prepared boolean NOT NULL,
  title text NOT NULL,
  -- JSON: `SnapshotChoice`.
  choice text NOT NULL CHECK (octet_length(choice) <= 1048576),
  -- Null for what was prepared by itself.
  made_by uuid,
  made_at timestamptz NOT NULL,
  -- Counted within the sprint or the board, without gaps.
  number integer CHECK (number > 0),
  -- JSON: `SnapshotContent`, exactly the text that the sum is of.
  content text CHECK (octet_length(content) <= 16777216),
  sha256 bytea CHECK (sha256 = sha256(convert_to(content, 'UTF8'))),
  published_by uuid,
  published_at timestamptz,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  -- *Endelig*: it goes into the filing package.
  final_at timestamptz,
  CHECK ((status = 'draft') = (published_at IS NULL)),
  CHECK (status = 'draft' OR (number IS NOT NULL AND content IS NOT NULL AND sha256 IS NOT NULL)),
  CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
);
CREATE UNIQUE INDEX snapshot_of_sprint ON snapshot (sprint_id, number) WHERE sprint_id IS NOT NULL AND number IS NOT NULL;
CREATE UNIQUE INDEX snapshot_of_board ON snapshot (board_id, number) WHERE board_id IS NOT NULL AND number IS NOT NULL;
CREATE INDEX snapshot_sprint ON snapshot (sprint_id, made_at) WHERE sprint_id IS NOT NULL;
CREATE INDEX snapshot_board ON snapshot (board_id, made_at) WHERE board_id IS NOT NULL;

-- The boards that it was made of, as they were: each document as one update, gzipped. The sum is of the document.
CREATE TABLE snapshot_source (
  snapshot_id uuid NOT NULL REFERENCES snapshot,
  board_id uuid NOT NULL,
  generation integer NOT NULL,
  payload bytea NOT NULL CHECK (octet_length(payload) <= 25165824),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  bytes integer NOT NULL,
  PRIMARY KEY (snapshot_id, board_id)
);
ALTER TABLE snapshot_source ALTER COLUMN payload SET STORAGE EXTERNAL;

-- Its pictures, as gzipped SVG, by their keys in the content. The sum is of the SVG.
CREATE TABLE snapshot_picture (
  snapshot_id uuid NOT NULL REFERENCES snapshot,
  key text NOT NULL CHECK (length(key) <= 40),
  theme text NOT NULL CHECK (theme IN ('light', 'dark')),
  payload bytea NOT NULL CHECK (octet_length(payload) <= 25165824),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  bytes integer NOT NULL,
  PRIMARY KEY (snapshot_id, key, theme)
);
ALTER TABLE snapshot_picture ALTER COLUMN payload SET STORAGE EXTERNAL;

-- What managers answered; a decision of the sprint's log has its number here.
CREATE TABLE snapshot_answer (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  snapshot_id uuid NOT NULL REFERENCES snapshot,
  answer text NOT NULL CHECK (answer IN ('yes', 'yes-but', 'no', 'call-me')),
  words text NOT NULL CHECK (length(words) <= 300),
  decision integer,
  -- Null for somebody who came by a link.
  by_id uuid,
  at timestamptz NOT NULL
);
CREATE INDEX snapshot_answer_of ON snapshot_answer (snapshot_id, seq);

-- Days for which a draft was prepared, so that one that was thrown away does not come back.
CREATE TABLE snapshot_prepared (
  sprint_id uuid NOT NULL REFERENCES sprint ON DELETE CASCADE,
  day text NOT NULL CHECK (length(day) <= 40),
  at timestamptz NOT NULL,
  PRIMARY KEY (sprint_id, day)
);

-- What was published is the same for ever, whatever a route or a query of ours does: it can be withdrawn, be marked as
-- final and be given an earlier end, and no more. Drafts can go.
CREATE FUNCTION keep_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
    OR (NEW.id, NEW.number, NEW.title, NEW.choice, NEW.content, NEW.sha256, NEW.made_at, NEW.published_at, NEW.prepared)
      IS DISTINCT FROM
      (OLD.id, OLD.number, OLD.title, OLD.choice, OLD.content, OLD.sha256, OLD.made_at, OLD.published_at, OLD.prepared)
    OR (NEW.sprint_id, NEW.board_id, NEW.day, NEW.made_by, NEW.published_by)
      IS DISTINCT FROM (OLD.sprint_id, OLD.board_id, OLD.day, OLD.made_by, OLD.published_by)
    OR NEW.status = 'draft' OR (OLD.status = 'withdrawn' AND NEW.status <> 'withdrawn')
    OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
    OR (OLD.final_at IS NOT NULL AND NEW.final_at IS DISTINCT FROM OLD.final_at)
    OR (OLD.expires_at IS NOT NULL AND (NEW.expires_at IS NULL OR NEW.expires_at > OLD.expires_at))
  THEN
    RAISE EXCEPTION 'a published snapshot is never changed or removed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER snapshot_stays BEFORE UPDATE OR DELETE ON snapshot
  FOR EACH ROW EXECUTE FUNCTION keep_snapshot();

-- Nothing is added to a published one either: what it holds is written before its number.
CREATE FUNCTION refuse_late_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM snapshot WHERE id = NEW.snapshot_id AND status <> 'draft') THEN
    RAISE EXCEPTION 'nothing is added to a published snapshot' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER snapshot_source_in_time BEFORE INSERT ON snapshot_source
  FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
CREATE TRIGGER snapshot_picture_in_time BEFORE INSERT ON snapshot_picture
  FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
CREATE TRIGGER snapshot_source_stays BEFORE UPDATE OR DELETE ON snapshot_source
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_picture_stays BEFORE UPDATE OR DELETE ON snapshot_picture
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_answer_stays BEFORE UPDATE OR DELETE ON snapshot_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_never_emptied BEFORE TRUNCATE ON snapshot
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_source_never_emptied BEFORE TRUNCATE ON snapshot_source
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_picture_never_emptied BEFORE TRUNCATE ON snapshot_picture
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_answer_never_emptied BEFORE TRUNCATE ON snapshot_answer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
