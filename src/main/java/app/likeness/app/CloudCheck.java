package app.likeness.app;

import app.likeness.catalog.dynamodb.DynamoCatalog;
import app.likeness.faces.rekognition.CollectionSetup;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Recognizer;
import app.likeness.model.GalleryException;
import app.likeness.storage.s3.S3ObjectStore;
import app.likeness.storage.s3.ServerClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks whether a gallery in the cloud could be opened, with no more rights than that takes.
record CloudCheck(CloudParts parts) {
  /// What is missing, a sentence each; empty when nothing is.
  List<String> missing() {
    Set<String> missing = new LinkedHashSet<>();
    for (CloudSettings.Store store : parts.settings().stores()) {
      told(missing, () -> check(store));
    }
    told(missing, () -> DynamoCatalog.open(parts.database(), parts.tables()).close());
    if (parts.settings().recognition().by() == Recognizer.REKOGNITION) {
      told(missing, () -> collection(missing));
    }
    return new ArrayList<>(missing);
  }

  private void check(CloudSettings.Store store) {
    try (S3ObjectStore open = parts.store(store, new ServerClock(InstantSource.system()))) {
      open.check();
    }
  }

  private void collection(Set<String> missing) {
    try (CollectionSetup setup = new CollectionSetup(parts.collection())) {
      if (!setup.plan().isEmpty()) {
        missing.add(
            "There is no collection of faces called %s in %s: create what is missing."
                .formatted(parts.settings().recognition().collection(), parts.settings().region()));
      }
    }
  }

  private static void told(Set<String> missing, Runnable look) {
    try {
      look.run();
    } catch (GalleryException e) {
      missing.add(String.valueOf(e.getMessage()));
    }
  }
}
