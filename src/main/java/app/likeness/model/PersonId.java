package app.likeness.model;

import java.util.UUID;

/// Names a person; minted once, by the machine or by a split, and never used again.
public record PersonId(String value) implements Comparable<PersonId> {
  public PersonId {
    if (!value.matches("[0-9A-Za-z_.-]{1,64}")) {
      throw new IllegalArgumentException("Not a person id: " + value);
    }
  }

  public static PersonId mint() {
    return new PersonId(UUID.randomUUID().toString());
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
