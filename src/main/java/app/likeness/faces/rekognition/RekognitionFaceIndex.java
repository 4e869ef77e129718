package app.likeness.faces.rekognition;

import app.likeness.faces.FaceIndex;
import app.likeness.faces.FoundFace;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.Thresholds;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Thumbnails;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.FaceRecord;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;

/// Finds, remembers and compares faces by Amazon Rekognition, in one collection of the user's own.
///
/// Scores are the service's similarities as shares, 0..1. Each crop is indexed by itself, so that a
/// face of ours is one face there, named by our id.
public final class RekognitionFaceIndex implements FaceIndex {
  /// .95 is what the face gallery before this one joined at; .80 is the service's own least.
  private static final Thresholds THRESHOLDS = new Thresholds(.95, .80, .97, 0, 40);

  private static final int PAIRS = 20_000;

  private final Rekognition service;
  private final ServiceJpeg jpeg;
  private final Directory directory;
  private final Users users;
  private final Search search;
  private final Pairs pairs = new Pairs(PAIRS);
  private volatile boolean loaded;

  /// @param thumbnails make the JPEGs that are sent, whatever the photo's own format
  public RekognitionFaceIndex(
      RekognitionAccess access, Thumbnails thumbnails, Allowance allowance) {
    service = new Rekognition(access.client(), access.collection(), allowance);
    jpeg = new ServiceJpeg(thumbnails);
    directory = new Directory(service, InstantSource.system());
    users = new Users(service, directory);
    search = new Search(service, directory, users, THRESHOLDS.suggest());
  }

  /// Faces in another collection are not comparable.
  @Override
  public String model() {
    return "rekognition-" + service.collection();
  }

  @Override
  public Thresholds thresholds() {
    return THRESHOLDS;
  }

  /// Also looks once whether the collection is there.
  ///
  /// @throws app.likeness.model.GalleryException.Unavailable when the user's cap is reached
  /// @throws app.likeness.model.GalleryException.NotFound when there is no such collection
  @Override
  public void load() {
    service.allowance().check();
    if (!loaded) {
      service.free(
          client -> client.describeCollection(one -> one.collectionId(service.collection())));
      loaded = true;
    }
  }

  @Override
  public List<FoundFace> find(Picture picture) {
    if (!ServiceJpeg.readable(picture)) {
      return List.of();
    }
    var image = jpeg.of(picture);
    return service
        .paid(client -> client.detectFaces(one -> one.image(image).attributes(Attribute.ALL)))
        .faceDetails()
        .stream()
        .map(detail -> Details.read(detail, model()))
        .filter(face -> face.box().area() > 0)
        .sorted(Comparator.comparingDouble(FoundFace::score).reversed())
        .toList();
  }

  /// Does nothing: the service remembers what was indexed.
  @Override
  public void add(FaceId face, Embedding embedding) {}

  /// Of a crop on which the service sees no face good enough, nothing is kept.
  @Override
  public boolean index(FaceId face, FoundFace found, byte[] crop) {
    Optional<String> old = directory.known(face);
    Optional<String> name =
        service
            .paid(
                client ->
                    client.indexFaces(
                        index ->
                            index
                                .collectionId(service.collection())
                                .image(ServiceJpeg.image(crop))
                                .externalImageId(face.toString())
                                .maxFaces(1)
                                .qualityFilter(QualityFilter.AUTO)))
            .faceRecords()
            .stream()
            .map(FaceRecord::face)
            .map(indexed -> indexed.faceId())
            .findFirst();
    pairs.forget(List.of(face));
    directory.forget(List.of(face));
    name.ifPresent(known -> directory.put(face, known));
    directory.delete(old.stream().toList());
    return name.isPresent();
  }

  @Override
  public void remove(Collection<FaceId> faces) {
    directory.delete(directory.all(faces));
    directory.forget(faces);
    pairs.forget(faces);
  }

  @Override
  public List<Match> neighbours(FaceId face, int k, double atLeast) {
    List<Match> all =
        pairs
            .of(face)
            .orElseGet(
                () -> {
                  List<Match> found = search.like(face);
                  pairs.put(face, found);
                  return found;
                });
    return all.stream().filter(match -> match.score() >= atLeast).limit(k).toList();
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public void known(Consumer<List<FaceId>> each) {
    directory.each(each);
  }

  @Override
  public void person(PersonId person, List<FaceId> best) {
    users.set(person, best);
  }

  @Override
  public void close() {
    service.close();
  }
}
