package app.likeness.ui;

import app.likeness.model.PersonId;
import javafx.scene.Node;

/// Where a screen may send the user.
public interface Navigator {
  void people();

  void photos();

  void imports();

  void person(PersonId person);

  /// Shows a node over the whole window, such as a viewer, until [#back].
  void cover(Node whole);

  /// To where the user was before, with the focus and the scroll position of then.
  void back();
}
