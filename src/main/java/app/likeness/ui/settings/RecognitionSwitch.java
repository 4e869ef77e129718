package app.likeness.ui.settings;

import static app.likeness.ui.Strings.text;

import atlantafx.base.controls.ToggleSwitch;

/// Turns the finding of faces on and off.
public final class RecognitionSwitch extends ToggleSwitch {
  public RecognitionSwitch(RecognitionModel model) {
    super(text("recognition.switch"));
    setAccessibleText(text("recognition.switch"));
    model.onProperty().subscribe(this::setSelected);
    selectedProperty().subscribe(model::turn);
  }
}
