package app.likeness.faces.rekognition;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/// Makes a gallery's collection of faces, and says first what it would do.
///
/// A collection that is there already is left as it is.
public final class CollectionSetup implements AutoCloseable {
  private final RekognitionAccess access;
  private final Rekognition service;

  public CollectionSetup(RekognitionAccess access) {
    this.access = access;
    service = new Rekognition(access.client(), access.collection(), Allowance.unlimited());
  }

  /// What [#create] would do, a sentence each; empty when all is there.
  ///
  /// @throws app.likeness.model.GalleryException.Denied when these credentials may not ask
  public List<String> plan() {
    return there()
        ? List.of()
        : List.of(
            "Make the collection of faces %s in Amazon Rekognition in %s."
                .formatted(access.collection(), access.region()));
  }

  /// Makes what is missing; may be called again.
  ///
  /// @throws app.likeness.model.GalleryException.Denied when these credentials may not
  public void create() {
    if (!there()) {
      service.free(
          client ->
              client.createCollection(
                  create ->
                      create.collectionId(access.collection()).tags(Map.of("app", "likeness"))));
    }
  }

  private boolean there() {
    return service.free(
        client -> {
          try {
            DescribeCollectionResponse found =
                client.describeCollection(one -> one.collectionId(access.collection()));
            return found.sdkHttpResponse().isSuccessful();
          } catch (ResourceNotFoundException _) {
            return false;
          }
        });
  }

  @Override
  public void close() {
    service.close();
  }
}
