package app.likeness.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Light or dark: as the system is now, or as the user likes it.
public final class Theme {
  private final ObjectProperty<@Nullable ColorScheme> wish = new SimpleObjectProperty<>();

  public Theme() {
    wish.subscribe(this::apply);
    Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
    apply(); // subscriptions only tell of changes
  }

  /// What the user likes; `null` follows the system.
  public ObjectProperty<@Nullable ColorScheme> wishProperty() {
    return wish;
  }

  private void apply() {
    ColorScheme liked = wish.get();
    ColorScheme scheme = liked == null ? Platform.getPreferences().getColorScheme() : liked;
    Application.setUserAgentStylesheet(
        url(scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight()));
  }

  /// A whole URL: JavaFX, being a module, does not find by name what lies on the class path.
  private static String url(atlantafx.base.theme.Theme theme) {
    URL css = theme.getClass().getResource(theme.getUserAgentStylesheet());
    return Objects.requireNonNull(css, "theme").toExternalForm();
  }

  /// Adds what we say over either theme.
  public static void style(Scene scene) {
    URL css = Theme.class.getResource("/app/likeness/ui/app.css");
    scene.getStylesheets().add(Objects.requireNonNull(css, "app.css").toExternalForm());
  }
}
