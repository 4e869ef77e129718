-- Instants are ISO-8601 texts. Places in the timeline (sortedAt, first, last) are microseconds
-- since 1970 on the wall clock of the place, months are year * 12 + month - 1.

CREATE TABLE photos (
  id INTEGER PRIMARY KEY,
  photoId TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  leaseOwner TEXT,
  leaseUntil INTEGER,
  fileName TEXT NOT NULL,
  photoBucket TEXT NOT NULL,
  photoKey TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  uploadedAt TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  sortedAt INTEGER NOT NULL,
  month INTEGER NOT NULL,
  takenAt TEXT,
  zone TEXT,
  camera TEXT,
  latitude REAL,
  longitude REAL,
  faceCount INTEGER NOT NULL,
  lastFaceNumber INTEGER NOT NULL DEFAULT 0,
  reason TEXT
) STRICT;
CREATE INDEX photosInState ON photos (state, photoId);
CREATE INDEX timeline ON photos (sortedAt, photoId) WHERE state = 'READY';

-- Kept by the triggers below: what of the ready photos falls into each month.
CREATE TABLE months (
  month INTEGER PRIMARY KEY,
  photos INTEGER NOT NULL,
  faces INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TRIGGER readyComes AFTER UPDATE OF state, month, faceCount, bytes ON photos
WHEN NEW.state = 'READY' BEGIN
  INSERT INTO months VALUES (NEW.month, 1, NEW.faceCount, NEW.bytes)
    ON CONFLICT (month) DO UPDATE SET
      photos = photos + 1, faces = faces + excluded.faces, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER readyGoes AFTER UPDATE OF state, month, faceCount, bytes ON photos
WHEN OLD.state = 'READY' BEGIN
  UPDATE months SET photos = photos - 1, faces = faces - OLD.faceCount, bytes = bytes - OLD.bytes
    WHERE month = OLD.month;
  DELETE FROM months WHERE month = OLD.month AND photos = 0;
END;
CREATE TRIGGER readyErased AFTER DELETE ON photos
WHEN OLD.state = 'READY' BEGIN
  UPDATE months SET photos = photos - 1, faces = faces - OLD.faceCount, bytes = bytes - OLD.bytes
    WHERE month = OLD.month;
  DELETE FROM months WHERE month = OLD.month AND photos = 0;
END;

-- A person that was merged into another keeps only `shown`: all else is kept on the one shown.
CREATE TABLE persons (
  personId TEXT NOT NULL PRIMARY KEY,
  createdAt TEXT NOT NULL,
  shown TEXT NOT NULL REFERENCES persons DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '',
  sought TEXT NOT NULL DEFAULT '', -- the name without case and accents
  unnamed INTEGER GENERATED ALWAYS AS (name = '') VIRTUAL,
  hidden INTEGER NOT NULL DEFAULT 0,
  photoCount INTEGER NOT NULL DEFAULT 0,
  faceCount INTEGER NOT NULL DEFAULT 0,
  repFace TEXT,
  repThumbKey TEXT,
  first INTEGER,
  last INTEGER
) STRICT;
CREATE INDEX personsShown ON persons (shown);
CREATE INDEX personsByCount ON persons (hidden, photoCount, personId, unnamed)
  WHERE shown = personId;
CREATE INDEX personsNamedFirst ON persons (hidden, -unnamed, photoCount, personId)
  WHERE shown = personId;
CREATE INDEX personsByName ON persons (hidden, unnamed, sought, personId, photoCount)
  WHERE shown = personId;
CREATE INDEX personsByDate ON persons (hidden, ifnull(last, -1000000000000000000), personId)
  WHERE shown = personId;

CREATE TABLE faces (
  id INTEGER PRIMARY KEY,
  photoId TEXT NOT NULL REFERENCES photos (photoId),
  n INTEGER NOT NULL,
  boxLeft REAL NOT NULL,
  boxTop REAL NOT NULL,
  boxWidth REAL NOT NULL,
  boxHeight REAL NOT NULL,
  score REAL NOT NULL,
  quality REAL NOT NULL,
  pixels INTEGER NOT NULL,
  thumbKey TEXT NOT NULL,
  own TEXT REFERENCES persons,
  sortedAt INTEGER NOT NULL, -- its photo's
  UNIQUE (photoId, n)
) STRICT;
-- The occurrences of a person: their photos by date, once for each face.
CREATE INDEX occurrences ON faces (own, sortedAt, photoId) WHERE own IS NOT NULL;
CREATE INDEX bestFaces ON faces (own, quality DESC, photoId, n) WHERE own IS NOT NULL;

CREATE TABLE vectors (
  id INTEGER PRIMARY KEY,
  face INTEGER NOT NULL REFERENCES faces ON DELETE CASCADE,
  model TEXT NOT NULL,
  length REAL NOT NULL,
  vector BLOB NOT NULL,
  UNIQUE (face, model)
) STRICT;

CREATE TABLE proposals (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  face INTEGER NOT NULL REFERENCES faces ON DELETE CASCADE,
  personId TEXT NOT NULL REFERENCES persons,
  score REAL NOT NULL
) STRICT;
CREATE INDEX proposalsOfFace ON proposals (face);
CREATE INDEX proposalsOfPerson ON proposals (personId);

CREATE TABLE acts (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;

-- One row for each decision, and for each further person of a Reject. They may name what is gone.
CREATE TABLE decisions (
  seq INTEGER NOT NULL REFERENCES acts,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  photoId TEXT,
  n INTEGER,
  personId TEXT,
  otherId TEXT, -- who the person of a Same is shown as
  name TEXT,
  number INTEGER -- hidden or not, or the act undone
) STRICT;
CREATE INDEX decisionsOfAct ON decisions (seq, place);
CREATE INDEX decisionsOnPhoto ON decisions (photoId) WHERE photoId IS NOT NULL;
CREATE INDEX decisionsOnPerson ON decisions (personId) WHERE personId IS NOT NULL;
CREATE INDEX decisionsOnOther ON decisions (otherId) WHERE otherId IS NOT NULL;

-- When each thing changed last; old entries are dropped.
CREATE TABLE changes (
  rev INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  UNIQUE (kind, id)
) STRICT;

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row while traces of what was erased may still lie in the file.
CREATE TABLE unswept (
  id INTEGER PRIMARY KEY
) STRICT;
