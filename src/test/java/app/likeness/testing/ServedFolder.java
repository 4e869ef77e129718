package app.likeness.testing;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.app.Backends;
import app.likeness.cli.Where;
import app.likeness.cli.Wiring;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.Scope;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A gallery of this machine, served as the application does it, which can be stopped and started
/// again at the same place.
public final class ServedFolder implements AutoCloseable {
  private final Backends backends = new Backends();
  private final Where.Folder folder;
  private final Path data;
  private final Tokens.Made made;
  private int port;
  private Wiring.@Nullable Served served;

  /// @param data where its clients keep what is on its way
  public ServedFolder(Path folder, Path data) {
    this.folder = new Where.Folder(folder);
    this.data = data;
    try (Tokens tokens = backends.tokens(this.folder)) {
      made = tokens.create(Scope.MANAGE);
    }
    start();
  }

  public void start() {
    served =
        backends.serve(
            folder,
            new Wiring.Serving(Binding.loopback(port), ApiSettings.USUAL, Optional.empty(), 0, false));
    port = served.url().getPort();
  }

  public void stop() {
    if (served != null) {
      served.close();
      served = null;
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// What a client of it finds in its environment.
  public Map<String, String> environment() {
    return Map.of(
        "LIKENESS_TOKEN", made.secret(),
        "XDG_DATA_HOME", data.toString(),
        "LOCALAPPDATA", data.toString());
  }

  public String token() {
    return made.secret();
  }

  /// Takes the token back that its clients have.
  public void revoke() {
    try (Tokens tokens = backends.tokens(folder)) {
      tokens.revoke(made.token().id());
    }
  }

  /// The gallery as a client opens it.
  public Workspace workspace() {
    return new Backends(environment()).workspace(new Where.Server(url(), Optional.empty()));
  }

  @Override
  public void close() {
    stop();
  }
}
