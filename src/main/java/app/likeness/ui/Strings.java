package app.likeness.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// Every text of the window, from `strings.properties`.
public final class Strings {
  private static final ResourceBundle TEXTS = ResourceBundle.getBundle("app.likeness.ui.strings");

  private Strings() {}

  /// A text with its `{0}`, `{1}`, … filled in, by the rules of [MessageFormat].
  public static String text(String key, Object... values) {
    return new MessageFormat(TEXTS.getString(key), TEXTS.getLocale()).format(values);
  }
}
