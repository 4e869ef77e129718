-- Leave to use the HTTP API; what the bearer shows can not be told from its hash.
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  createdAt TEXT NOT NULL
) STRICT;
