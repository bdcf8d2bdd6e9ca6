-- Pictures that somebody sent for a board that is to be made from a file: theirs to put on it, for a while.
CREATE TABLE sent_asset (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  asset_id bytea NOT NULL REFERENCES asset ON DELETE CASCADE,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, asset_id)
);
CREATE INDEX sent_asset_asset ON sent_asset (asset_id);
