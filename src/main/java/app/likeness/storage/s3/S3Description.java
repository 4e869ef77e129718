package app.likeness.storage.s3;

import app.likeness.model.GalleryException;
import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Where an S3-compatible store is, how it speaks, and what lies in which of its buckets.
///
/// @param endpoint `null` is AWS itself
/// @param buckets by the beginnings of keys, such as `photos-raw/`; "" is for all that has none
public record S3Description(
    @Nullable URI endpoint,
    String region,
    Dialect dialect,
    Encryption encryption,
    SequencedMap<String, String> buckets) {

  public S3Description {
    buckets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(buckets));
  }

  /// One bucket of AWS for everything.
  public static S3Description aws(String region, String bucket) {
    return new S3Description(
        null, region, Dialect.AWS, new Encryption.AsTheBucket(), one(bucket));
  }

  /// One bucket for everything, of any store that speaks like S3.
  public static S3Description at(URI endpoint, String region, Dialect dialect, String bucket) {
    return new S3Description(endpoint, region, dialect, new Encryption.AsTheBucket(), one(bucket));
  }

  /// The bucket that a key lies in: that of the longest beginning that fits.
  ///
  /// @throws GalleryException.Unsupported if there is none for it
  public String bucket(String key) {
    return buckets.entrySet().stream()
        .filter(each -> key.startsWith(each.getKey()))
        .max(Comparator.comparingInt(each -> each.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseThrow(
            () -> new GalleryException.Unsupported("No bucket is set for the object " + key, null));
  }

  /// All buckets, each once.
  List<String> bucketNames() {
    return buckets.values().stream().distinct().toList();
  }

  /// What the keys in a bucket begin with.
  List<String> prefixes(String bucket) {
    return buckets.entrySet().stream()
        .filter(each -> each.getValue().equals(bucket))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// How a user knows the store.
  String name() {
    return endpoint == null ? "Amazon S3 (" + region + ")" : "The store at " + endpoint.getAuthority();
  }

  private static SequencedMap<String, String> one(String bucket) {
    return new LinkedHashMap<>(Map.of("", bucket));
  }
}
