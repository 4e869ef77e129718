package app.likeness.ui.shell;

import app.likeness.gallery.Workspace.Site;
import app.likeness.ui.Following;
import app.likeness.ui.settings.BackendModel;
import java.time.Duration;
import java.util.Optional;

/// Where the gallery lies, and what changes that, where a user may.
record Whereabouts(Site site, Optional<BackendModel> backend) {
  /// How long to wait before asking again what has changed.
  Duration step() {
    return site.kind() == Site.Kind.EMBEDDED ? Following.STEP : Following.FAR_STEP;
  }
}
