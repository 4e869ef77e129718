package app.likeness.app;

import app.likeness.api.remote.Account;
import app.likeness.api.remote.RemoteGallery;
import app.likeness.catalog.dynamodb.DynamoTokens;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.cli.Where;
import app.likeness.cli.Wiring;
import app.likeness.gallery.Backend;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.Switchboard;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.storage.cloudinary.CloudinaryAccount;
import app.likeness.storage.embedded.Reach;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Where meant = meant(where);
    Where.Folder home =
        new Where.Folder(meant instanceof Where.Folder(Path folder) ? folder : folders.gallery());
    return new ChosenWorkspace(this, home, meant);
  }

  /// Where it is, when nobody says which.
  private Where meant(Where where) {
    return where instanceof Where.Usual ? usual().read() : where;
  }

  UsualGallery usual() {
    return new UsualGallery(folders.settings().resolve("gallery"));
  }

  private Secrets secrets() {
    return Keyring.ofThisUser(new SecretFiles(folders.settings().resolve("tokens")));
  }

  /// On one back end, which stays.
  Workspace plain(Where where) {
    return switch (where) {
      case Where.Server(URI root, Optional<Path> file) -> {
        Account account = new Account(root, token(root, file));
        yield new RemoteWorkspace(account, folders.server(account.root()), codecs());
      }
      case Where.Cloud cloud -> new CloudWorkspace(parts(cloud), folder(cloud), codecs());
      case Where.Folder _, Where.Usual _ -> new EmbeddedWorkspace(folder(where), codecs());
    };
  }

  /// What is noted of back ends.
  Switchboard.Known known(Where now) {
    Optional<URI> server =
        now instanceof Where.Server(URI root, _) ? Optional.of(root) : Optional.empty();
    return new Switchboard.Known(settings(cloud(now)), server);
  }

  private static Where.Cloud cloud(Where now) {
    return now instanceof Where.Cloud cloud ? cloud : new Where.Cloud(Where.Cloud.USUAL);
  }

  /// Notes all that is needed to open it later.
  Where noted(Where now, Backend backend) {
    return switch (backend) {
      case Backend.Embedded _ -> new Where.Usual();
      case Backend.Cloud(CloudSettings settings) -> {
        file(cloud(now)).write(settings);
        yield cloud(now);
      }
      case Backend.Remote(URI root, String token) -> {
        if (!token.isEmpty()) {
          Account account = new Account(root, token);
          secrets().keep(server(account.root()), token);
        }
        yield new Where.Server(root, Optional.empty());
      }
    };
  }

  /// What keeps a back end from being opened, a sentence each.
  List<String> test(Backend backend) {
    return switch (backend) {
      case Backend.Embedded _ -> List.of();
      case Backend.Cloud(CloudSettings settings) -> new CloudCheck(CloudParts.of(settings)).missing();
      case Backend.Remote(URI root, String token) -> {
        String used = token.isEmpty() ? token(root, Optional.empty()) : token;
        try (RemoteGallery gallery = new RemoteGallery(new Account(root, used))) {
          gallery.totals();
          yield List.of();
        } catch (GalleryException e) {
          yield List.of(String.valueOf(e.getMessage()));
        }
      }
    };
  }

  /// Creates what a gallery in the cloud lacks.
  List<String> create(Where now, CloudSettings settings) {
    try (CloudSetup setup = setUp(cloud(now), Optional.of(settings), List.of())) {
      return setup.apply(_ -> {});
    }
  }

  private CloudParts parts(Where.Cloud where) {
    return CloudParts.of(settings(where).orElseThrow(() -> unset(where)));
  }

  /// What the environment tells, else the file of that name.
  private Optional<CloudSettings> settings(Where.Cloud where) {
    CloudEnvironment told = new CloudEnvironment(environment);
    return where.name().equals(Where.Cloud.USUAL) && told.speaks()
        ? Optional.of(told.settings())
        : file(where).read();
  }

  private CloudFile file(Where.Cloud where) {
    return new CloudFile(folders.settings().resolve("cloud").resolve(where.name() + ".json"));
  }

  private GalleryException unset(Where.Cloud where) {
    return new GalleryException.NotFound(
        "Nothing says where the gallery in the cloud is, neither the environment nor %s: run \"likeness cloud init\" with a region and a bucket."
            .formatted(file(where).file()));
  }

  @Override
  public CloudSetup setUp(
      Where.Cloud where, Optional<CloudSettings> settings, List<String> origins) {
    CloudSettings wanted =
        settings.or(() -> settings(where)).orElseThrow(() -> unset(where));
    return Closing.opened(
        closing -> new CloudSetUp(CloudParts.of(wanted), file(where), origins, closing));
  }

  @Override
  public Tokens tokens(Where said) {
    Where where = meant(said);
    if (where instanceof Where.Cloud cloud) {
      CloudParts parts = parts(cloud);
      return new Tokens(DynamoTokens.open(parts.database(), parts.tables()));
    }
    return new Tokens(SqliteTokens.open(folder(where).resolve("tokens.sqlite")));
  }

  @Override
  public Served serve(Where said, Serving serving) {
    Where where = meant(said);
    boolean here = !(where instanceof Where.Cloud);
    if (here && serving.objectsUrl().isEmpty() && !serving.binding().isLoopback()) {
      throw new GalleryException.Unsupported(
          ("Whoever asks %s could not reach the photos themselves: say with --objects-url where"
                  + " others do, such as https://objects.example.")
              .formatted(serving.binding().host()),
          null);
    }
    Reach reach = new Reach(serving.objectsPort(), serving.objectsUrl());
    Workspace workspace =
        here ? new EmbeddedWorkspace(folder(where), codecs(), reach) : plain(where);
    return Closing.opened(
        closing ->
            new ServedGallery(
                workspace,
                () -> tokens(where),
                serving.cloudinary() ? Optional.of(cloudinary()) : Optional.empty(),
                serving,
                closing));
  }

  private CloudinaryAccount cloudinary() {
    return CloudinaryAccount.find(environment, Path.of(".env"))
        .orElseThrow(
            () ->
                new GalleryException.NotFound(
                    "Cloudinary needs CLOUD_NAME, API_KEY and API_SECRET, in the environment or in .env."));
  }

  private Codecs codecs() {
    return new Codecs(folders.cache());
  }

  private Path folder(Where where) {
    return switch (where) {
      case Where.Usual _ -> folders.gallery();
      case Where.Cloud(String name) -> folders.cloud(name);
      case Where.Folder(Path folder) -> folder.toAbsolutePath().normalize();
      case Where.Server(URI root, _) ->
          throw new GalleryException.Unsupported(
              "The gallery at %s is served already; tell the machine that does.".formatted(root), null);
    };
  }

  private String token(URI root, Optional<Path> file) {
    return file.map(Backends::firstLine)
        .or(() -> Optional.ofNullable(environment.get(TOKEN)))
        .or(() -> secrets().find(server(root)))
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

  /// As tokens are kept by it.
  private static String server(URI root) {
    return root.toString().replaceAll("/+$", "");
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
