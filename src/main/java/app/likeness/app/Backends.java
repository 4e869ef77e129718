package app.likeness.app;

import app.likeness.api.remote.Account;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.cli.Where;
import app.likeness.cli.Wiring;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.storage.embedded.Reach;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Chooses a back end; read it, and you know the whole wiring.
public final class Backends implements Wiring {
  private static final String TOKEN = "LIKENESS_TOKEN";

  private final Map<String, String> environment;
  private final DataFolder folders;

  public Backends() {
    this(System.getenv());
  }

  /// @param environment variables that say where data lie, and the token for a server
  public Backends(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    folders = DataFolder.ofThisUser(this.environment);
  }

  @Override
  public Workspace workspace(Where where) {
    return switch (where) {
      case Where.Server(URI root, Optional<Path> file) -> {
        Account account = new Account(root, token(root, file));
        yield new RemoteWorkspace(account, folders.server(account.root()), codecs());
      }
      case Where.Folder _, Where.Usual _ -> new EmbeddedWorkspace(folder(where), codecs());
    };
  }

  @Override
  public Tokens tokens(Where where) {
    return new Tokens(SqliteTokens.open(folder(where).resolve("tokens.sqlite")));
  }

  @Override
  public Served serve(Where where, Serving serving) {
    if (serving.objectsUrl().isEmpty() && !serving.binding().isLoopback()) {
      throw new GalleryException.Unsupported(
          ("Whoever asks %s could not reach the photos themselves: say with --objects-url where"
                  + " others do, such as https://objects.example.")
              .formatted(serving.binding().host()),
          null);
    }
    Reach reach = new Reach(serving.objectsPort(), serving.objectsUrl());
    Workspace workspace = new EmbeddedWorkspace(folder(where), codecs(), reach);
    return Closing.opened(
        closing -> new ServedGallery(workspace, () -> tokens(where), serving, closing));
  }

  private Codecs codecs() {
    return new Codecs(folders.cache());
  }

  private Path folder(Where where) {
    return switch (where) {
      case Where.Usual _ -> folders.gallery();
      case Where.Folder(Path folder) -> folder.toAbsolutePath().normalize();
      case Where.Server(URI root, _) ->
          throw new GalleryException.Unsupported(
              "The gallery at %s is served already; tell the machine that does.".formatted(root), null);
    };
  }

  private String token(URI root, Optional<Path> file) {
    return file.map(Backends::firstLine)
        .or(() -> Optional.ofNullable(environment.get(TOKEN)))
        .map(String::strip)
        .filter(token -> !token.isEmpty())
        .orElseThrow(
            () ->
                new GalleryException.Denied(
                    ("The gallery at %s lets in who has a token: put it into %s, or into a file and"
                            + " name that with --token-file.")
                        .formatted(root.getHost(), TOKEN),
                    null));
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).strip().lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The token cannot be read from %s: check the file's name and who may read it."
              .formatted(file),
          e);
    }
  }
}
