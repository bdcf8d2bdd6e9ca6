-- What was said about the case of a sprint the last time that it was packed for filing: offered again the next time.
CREATE TABLE sprint_filing (
  sprint_id uuid PRIMARY KEY REFERENCES sprint ON DELETE CASCADE,
  case_number text NOT NULL CHECK (length(case_number) <= 60),
  classification_code text NOT NULL CHECK (length(classification_code) <= 40),
  classification_name text NOT NULL CHECK (length(classification_name) <= 120),
  short_subject text NOT NULL CHECK (length(short_subject) <= 120),
  responsible text NOT NULL CHECK (length(responsible) <= 120),
  at timestamptz NOT NULL
);
