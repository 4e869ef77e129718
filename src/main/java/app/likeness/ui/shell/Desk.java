package app.likeness.ui.shell;

import app.likeness.ui.Background;
import app.likeness.ui.Choosers;
import app.likeness.ui.controls.Notices;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the window has whether or not a gallery is open.
///
/// @param theme the wished colours, `null` to follow the system
record Desk(
    Background background,
    Notices notices,
    Choosers choosers,
    ObjectProperty<@Nullable ColorScheme> theme) {}
