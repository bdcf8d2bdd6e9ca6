-- A whole board may be stored again as one row, when the database lost part of it: a row holds as much as a snapshot.
-- Not valid, so that the journal is not read from end to end: what is there was held to less.
ALTER TABLE board_update DROP CONSTRAINT board_update_payload_check;
ALTER TABLE board_update ADD CONSTRAINT board_update_payload_check
  CHECK (octet_length(payload) <= 25165824) NOT VALID;
