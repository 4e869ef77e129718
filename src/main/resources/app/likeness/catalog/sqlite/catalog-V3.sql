-- What a face looks like, as FaceAttributes writes it; NULL while nobody looked.
ALTER TABLE faces ADD COLUMN attributes TEXT;
ALTER TABLE faces ADD COLUMN ageGroup INTEGER;
ALTER TABLE faces ADD COLUMN smiles INTEGER;

-- Kept by the triggers below: how many faces look how.
CREATE TABLE looks (
  kind TEXT NOT NULL,
  value INTEGER NOT NULL,
  faces INTEGER NOT NULL,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;
INSERT INTO looks VALUES ('age', 0, 0), ('age', 1, 0), ('age', 2, 0), ('age', 3, 0), ('age', 4, 0),
  ('age', 5, 0), ('smile', 0, 0), ('smile', 1, 0);

CREATE TRIGGER looksCome AFTER INSERT ON faces WHEN NEW.attributes IS NOT NULL BEGIN
  UPDATE looks SET faces = faces + 1
    WHERE (kind, value) IN (VALUES ('age', NEW.ageGroup), ('smile', NEW.smiles));
END;
CREATE TRIGGER looksChange AFTER UPDATE OF attributes ON faces BEGIN
  UPDATE looks SET faces = faces - 1
    WHERE (kind, value) IN (VALUES ('age', OLD.ageGroup), ('smile', OLD.smiles));
  UPDATE looks SET faces = faces + 1
    WHERE (kind, value) IN (VALUES ('age', NEW.ageGroup), ('smile', NEW.smiles));
END;
CREATE TRIGGER looksGo AFTER DELETE ON faces WHEN OLD.attributes IS NOT NULL BEGIN
  UPDATE looks SET faces = faces - 1
    WHERE (kind, value) IN (VALUES ('age', OLD.ageGroup), ('smile', OLD.smiles));
END;
CREATE TRIGGER looksDoomed AFTER UPDATE OF state ON photos WHEN NEW.state = 'DELETING' BEGIN
  UPDATE faces SET attributes = NULL, ageGroup = NULL, smiles = NULL
    WHERE photoId = NEW.photoId AND attributes IS NOT NULL;
END;
