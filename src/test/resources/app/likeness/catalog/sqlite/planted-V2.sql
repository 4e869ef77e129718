ALTER TABLE people ADD COLUMN length INTEGER;
UPDATE people SET length = length(name);
