package app.likeness.cli;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `serve`: lets programs on other machines use the gallery, until it is told to end.
@Command(
    name = "serve",
    description = {
      "Serve the gallery to other programs over HTTP, until Ctrl-C.",
      "The first line is the server's address. \"token create\" lets somebody in."
    })
final class ServeVerb extends Verb {
  private static final String PASSWORD = "LIKENESS_CERTIFICATE_PASSWORD";
  private static final String ORIGIN = "(?i)https?://[^/?#@\\s*]+";

  @Option(names = "--port", paramLabel = "N", description = "The port; 0, as by default, for any free one.")
  private int port;

  @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
      description = "Where to listen; by default where only this machine can ask.")
  private String host = "";

  @Option(names = "--certificate", paramLabel = "FILE.p12",
      description = "A certificate with its key, for TLS; the environment's " + PASSWORD + " opens it.")
  private @Nullable Path certificate;

  @Option(names = "--certificate-password-file", paramLabel = "FILE",
      description = "Holds that password instead.")
  private @Nullable Path passwordFile;

  @Option(names = "--behind-proxy", description = "Something in front of Likeness does TLS.")
  private boolean behindProxy;

  @Option(names = "--cors", paramLabel = "ORIGIN",
      description = "Web pages that may ask, such as https://photos.example; may be repeated.")
  private Set<String> origins = new LinkedHashSet<>();

  @Option(names = "--objects-url", paramLabel = "URL",
      description = {
        "Where others reach the photos themselves; what is in front there hands",
        "path, query and Host on to the --objects-port of this machine as they are."
      })
  private @Nullable URI objectsUrl;

  @Option(names = "--objects-port", paramLabel = "N",
      description = "Where the photos themselves are served on this machine; by default any free one.")
  private int objectsPort;

  @Option(names = "--cloudinary",
      description = {
        "Hand the files that come in forms to Cloudinary, not to the gallery; CLOUD_NAME, API_KEY",
        "and API_SECRET are in the environment, or in the file .env of this folder."
      })
  private boolean cloudinary;

  ServeVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    var serving =
        new Wiring.Serving(
            binding(), settings(), Optional.ofNullable(objectsUrl), objectsPort, cloudinary);
    try (Shutdown shutdown = new Shutdown();
        Wiring.Served served = console.wiring().serve(where(), serving)) {
      console.say(served.url().toString());
      shutdown.await();
    } catch (InterruptedException _) {
      console.progress(""); // whoever runs us in a thread asks us to end like that
    }
    return 0;
  }

  private Binding binding() {
    for (int each : new int[] {port, objectsPort}) {
      if (each < 0 || each > 0xffff) {
        throw new ParameterException(spec.commandLine(), "%d is no port".formatted(each));
      }
    }
    return new Binding(host, port, certificate, certificate == null ? null : password(), behindProxy);
  }

  private ApiSettings settings() {
    for (String origin : origins) {
      if (!origin.matches(ORIGIN)) {
        throw new ParameterException(
            spec.commandLine(),
            "\"%s\" is not where a web page comes from, like https://photos.example".formatted(origin));
      }
    }
    return new ApiSettings(origins, ApiSettings.USUAL.perSecond(), ApiSettings.USUAL.burst());
  }

  /// Never a word of the command line, which every program of this machine can read.
  private String password() {
    Path file = passwordFile;
    if (file == null) {
      return Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The password cannot be read from %s: check the file's name and who may read it."
              .formatted(file),
          e);
    }
  }
}
