package app.likeness.people;

import app.likeness.model.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// An act as told afterwards, with the names of then; an empty name is somebody without one.
public sealed interface Telling {
  /// @param before what they were called until then
  record Named(String before, String name) implements Telling {}

  record Hidden(String name, boolean hidden) implements Telling {}

  /// @param names those who were merged into somebody
  record Merged(List<String> names, String into) implements Telling {
    public Merged {
      names = List.copyOf(names);
    }
  }

  record Confirmed(String name, int faces) implements Telling {}

  record Rejected(String name, int faces) implements Telling {}

  /// @param again the act was undone before, and this brings it back
  record Undone(Telling act, boolean again) implements Telling {}

  /// Several things in one gesture; none where an erasure struck them all.
  record Several(List<Telling> parts) implements Telling {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /// Tells an act of the log that `decisions` has read.
  static Telling of(Act act, Decisions decisions) {
    return new Teller(decisions, act).tell();
  }

  /// The act in one English phrase that begins a sentence: "Named Ana", "Not Ana: 3 faces".
  default String phrase() {
    return switch (this) {
      case Named(String before, String name) when name.isEmpty() ->
          "Took the name of " + called(before) + " away";
      case Named(String before, String name) when before.isEmpty() -> "Named " + name;
      case Named(String before, String name) -> "Renamed " + before + " to " + name;
      case Hidden(String name, boolean hidden) ->
          hidden ? "Hid " + called(name) : "Showed " + called(name) + " again";
      case Merged(List<String> names, String into) ->
          "Merged " + listed(names) + " into " + called(into);
      case Confirmed(String name, int faces) -> "Is " + called(name) + ": " + counted(faces);
      case Rejected(String name, int faces) -> "Not " + called(name) + ": " + counted(faces);
      case Undone(Telling act, boolean again) -> (again ? "Redid: " : "Undid: ") + act.phrase();
      case Several(List<Telling> parts) when parts.isEmpty() -> "Erased since";
      case Several(List<Telling> parts) ->
          parts.stream().map(Telling::phrase).collect(Collectors.joining("; "));
    };
  }

  private static String called(String name) {
    return name.isEmpty() ? "somebody" : name;
  }

  private static String counted(int faces) {
    return faces == 1 ? "1 face" : faces + " faces";
  }

  private static String listed(List<String> names) {
    List<String> all = new ArrayList<>(names.stream().filter(name -> !name.isEmpty()).toList());
    int unnamed = names.size() - all.size();
    if (unnamed > 0) {
      all.add(unnamed == 1 ? "somebody" : unnamed + " people without a name");
    }
    String last = all.removeLast();
    return all.isEmpty() ? last : String.join(", ", all) + " and " + last;
  }
}
