package app.likeness.app;

/// The other half of a planted cycle.
public final class PlantedViolation {
  private PlantedViolation() {}

  static String name(app.likeness.people.PlantedViolation people) {
    return people == null ? "" : "people";
  }
}
