package app.likeness.app;

import app.likeness.api.lambda.StorageEvents;
import app.likeness.gallery.Gallery;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoState;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finishes photos as a function on AWS, when S3 tells by its queue that they have arrived.
public final class LambdaRecognition implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(LambdaRecognition.class);

  private final LambdaGallery<StorageEvents> events;

  /// Called by the runtime, once a container.
  public LambdaRecognition() {
    this(System.getenv());
  }

  LambdaRecognition(Map<String, String> environment) {
    events =
        new LambdaGallery<>(
            environment,
            (gallery, _) -> new StorageEvents((bucket, key) -> arrived(gallery, bucket, key)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    events.get().handle(event, answer);
  }

  /// What will never succeed is done with; all else is thrown, and so comes again.
  private static void arrived(Gallery gallery, String bucket, String key) {
    try {
      Optional<Photo> photo = gallery.uploads().arrived(bucket, key);
      if (photo.filter(found -> found.state() == PhotoState.WORKING).isPresent()) {
        // Should that one die, the message is what remembers the photo.
        throw new GalleryException.Unavailable(
            "Somebody else is at " + key + "; it is looked at again later.", null);
      }
      LOG.info("{}: {}", key, photo.map(Photo::state).map(PhotoState::name).orElse("not known"));
    } catch (GalleryException.Unsupported | GalleryException.Conflict e) {
      LOG.warn("{} is not taken in: {}", key, e.getMessage());
    }
  }
}
