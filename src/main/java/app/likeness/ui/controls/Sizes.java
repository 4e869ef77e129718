package app.likeness.ui.controls;

import app.likeness.ui.Strings;

/// Writes numbers of bytes for people.
public final class Sizes {
  private static final double STEP = 1000;

  private Sizes() {}

  /// Such as "3.4 MB", in powers of 1000 like file managers do.
  public static String text(long bytes) {
    double value = bytes / STEP;
    int unit = 0;
    while (value >= STEP && unit < 3) {
      value /= STEP;
      unit++;
    }
    String key = "size." + unit;
    return Strings.text(key, value);
  }
}
