-- Small facts by kind and name; those about a photo go with it.
CREATE TABLE notes (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  photoId TEXT,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX notesOfPhoto ON notes (photoId) WHERE photoId IS NOT NULL;
