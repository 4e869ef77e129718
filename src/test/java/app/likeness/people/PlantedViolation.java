package app.likeness.people;

import app.likeness.storage.ObjectStore;
import java.sql.Connection;

/// Breaks every rule of the architecture, which must be noticed.
public final class PlantedViolation {
  static int opened;

  private PlantedViolation() {}

  static String all(ObjectStore store, Connection catalog, app.likeness.app.PlantedViolation app) {
    return store == null && catalog == null && app == null ? "" : "all";
  }
}
