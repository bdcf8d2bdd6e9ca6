-- Whose the client ids of a board's document are: theirs who wrote with one first. It says who made a record, for those
-- who may change only their own. Written in the statement of the journal; like there, no foreign keys, so that a claim
-- takes no lock and never holds up the rows beside it.
CREATE TABLE board_client (
  board_id uuid NOT NULL,
  generation integer NOT NULL,
  -- Yjs counts to 2^53.
  client_id bigint NOT NULL,
  principal uuid NOT NULL,
  PRIMARY KEY (board_id, generation, client_id)
);
