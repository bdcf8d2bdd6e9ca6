-- A learning loop that was handed over: its owner is not of the sprint, and sees to this loop and nothing else of it.
-- Said when the owner is chosen, so that nobody who leaves a sprint keeps anything of it by having owned a loop.
ALTER TABLE learning_loop ADD COLUMN owner_receives boolean NOT NULL DEFAULT false;
CREATE INDEX learning_loop_received ON learning_loop (owner_id) WHERE owner_receives;

-- The trial action that a loop goes on learning from: whoever sees the loop reads what the trial taught.
ALTER TABLE learning_loop ADD COLUMN trial_board_id uuid REFERENCES board ON DELETE SET NULL;
ALTER TABLE learning_loop ADD COLUMN trial_shape_id text CHECK (length(trial_shape_id) <= 100);

-- The sprints that follow one.
CREATE INDEX sprint_previous ON sprint (previous_id) WHERE previous_id IS NOT NULL;
