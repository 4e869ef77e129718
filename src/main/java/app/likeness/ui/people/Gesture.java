package app.likeness.ui.people;

import app.likeness.model.Decision;
import java.util.List;

/// What is to be decided together, and what the notice says once it is.
public record Gesture(List<Decision> decisions, String told) {
  public Gesture {
    decisions = List.copyOf(decisions);
  }
}
