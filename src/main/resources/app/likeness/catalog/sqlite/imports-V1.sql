-- Files are absolute paths: as text, or as a file URI where the text would not lead back to them.

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  photoId TEXT,
  faces INTEGER NOT NULL DEFAULT 0,
  reason TEXT
) STRICT;
CREATE INDEX importsInState ON imports (state, id);
CREATE INDEX importsOfPhoto ON imports (photoId) WHERE photoId IS NOT NULL;

-- Kept by the triggers below.
CREATE TABLE counts (
  state TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT;
CREATE TRIGGER importAdded AFTER INSERT ON imports BEGIN
  INSERT INTO counts VALUES (NEW.state, 1)
    ON CONFLICT (state) DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER importMoved AFTER UPDATE OF state ON imports WHEN OLD.state <> NEW.state BEGIN
  UPDATE counts SET number = number - 1 WHERE state = OLD.state;
  INSERT INTO counts VALUES (NEW.state, 1)
    ON CONFLICT (state) DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER importForgotten AFTER DELETE ON imports BEGIN
  UPDATE counts SET number = number - 1 WHERE state = OLD.state;
END;

-- What was dropped and is not walked to its end yet.
CREATE TABLE roots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE unsupported (
  kind TEXT NOT NULL PRIMARY KEY,
  files INTEGER NOT NULL
) STRICT;

-- One row while traces of what was erased may still lie in the file.
CREATE TABLE unswept (
  id INTEGER PRIMARY KEY
) STRICT;
