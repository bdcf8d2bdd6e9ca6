-- A learning loop that a later sprint goes on with: the new loop names the one that it continues.
ALTER TABLE learning_loop ADD COLUMN continues_id uuid REFERENCES learning_loop ON DELETE SET NULL;
CREATE INDEX learning_loop_continues ON learning_loop (continues_id) WHERE continues_id IS NOT NULL;

-- Examples never count: an idea that a template brought along is nobody's idea without evidence.
ALTER TABLE board_text ADD COLUMN example boolean NOT NULL DEFAULT false;
-- Key of the template's section that a note lies in: the step of the evidence chain follows from it.
ALTER TABLE board_text ADD COLUMN section_key text;
-- Boards whose words were read before are read once more.
UPDATE board_text_state SET read_at = 'epoch';
