package app.likeness.catalog;

import app.likeness.model.Scope;
import java.time.Instant;

/// Leave to use the HTTP API, as it is kept: what the bearer shows can not be told from it.
///
/// @param id names it to whoever revokes it
/// @param sha256 of the bearer's secret, 64 hex digits
public record Token(String id, Scope scope, String sha256, Instant createdAt) {}
