package app.likeness.app;

import app.likeness.catalog.dynamodb.DynamoTokens;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gallery of a function on AWS, opened with the first event that its container gets.
///
/// Not when the container starts: SnapStart copies one that has started into many, and then each would
/// have the same dead connections and, which is worse, write to the gallery under the same name. It
/// is only opened and closed there once, so that the copies have all classes loaded.
///
/// @param <T> what answers events
final class LambdaGallery<T> {
  private static final Logger LOG = LoggerFactory.getLogger(LambdaGallery.class);

  /// AWS's own name for how a container starts.
  private static final String START = "AWS_LAMBDA_INITIALIZATION_TYPE";
  private static final String SNAPSHOT = "snap-start";

  private final Workspace workspace;
  private final CloudParts parts;
  private final BiFunction<Gallery, Tokens, T> made;
  private @Nullable T held;

  /// @param made makes what answers events, of a gallery and of the tokens that let in to it
  LambdaGallery(Map<String, String> environment, BiFunction<Gallery, Tokens, T> made) {
    Logs.quieten();
    this.made = made;
    parts = CloudParts.of(new CloudEnvironment(environment).settings());
    // The only folder that can be written; it goes with the container.
    Path scratch = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "likeness");
    workspace = new CloudWorkspace(parts, scratch, new Codecs(scratch));
    if (SNAPSHOT.equals(environment.get(START))) {
      prime();
    }
  }

  private void prime() {
    try (Workspace.Opened opened = workspace.write()) {
      LOG.info("Opened to be copied, with {} photos", opened.gallery().totals().photos());
    } catch (GalleryException e) {
      LOG.warn("Nothing could be opened before the first event: {}", e.getMessage());
    }
  }

  /// What answers events, the same for all that this container gets.
  ///
  /// @throws GalleryException when the gallery cannot be opened; the next event tries again
  synchronized T get() {
    T known = held;
    if (known == null) {
      Gallery gallery = workspace.write().gallery();
      known = made.apply(gallery, new Tokens(DynamoTokens.open(parts.database(), parts.tables())));
      held = known;
    }
    return known;
  }
}
