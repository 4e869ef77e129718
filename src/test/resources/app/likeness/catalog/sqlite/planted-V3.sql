UPDATE people SET length = 0;
INSERT INTO nowhere VALUES (1);
