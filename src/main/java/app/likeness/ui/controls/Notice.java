package app.likeness.ui.controls;

import org.jspecify.annotations.Nullable;

/// One short message in plain words, with something that can be done about it.
///
/// @param error whether something went wrong
/// @param action what the button says, with `run`; `null` for no button
public record Notice(
    String text, boolean error, @Nullable String action, @Nullable Runnable run) {}
