-- A link to a snapshot may let in only people with an account of the organisation.
ALTER TABLE share_link ADD COLUMN needs_account boolean NOT NULL DEFAULT false;
ALTER TABLE share_link ADD CONSTRAINT share_link_needs_account CHECK (kind = 'snapshot' OR NOT needs_account);
