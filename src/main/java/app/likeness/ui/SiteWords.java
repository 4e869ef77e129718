package app.likeness.ui;

import app.likeness.gallery.Workspace.Site;
import java.util.Locale;

/// Texts that depend on where the gallery lies.
public final class SiteWords {
  private SiteWords() {}

  /// @param key ends in `.`; the kind of the site follows
  public static String of(String key, Site site) {
    return Strings.text(key + site.kind().name().toLowerCase(Locale.ROOT), site.name());
  }

  public static String of(String key, Site.Kind kind) {
    return of(key, new Site(kind, ""));
  }
}
