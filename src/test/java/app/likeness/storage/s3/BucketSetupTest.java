package app.likeness.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;

/// Creating buckets on Ceph's radosgw, which offers some of the rules and keeps quiet about others.
@Tag("ceph")
class BucketSetupTest {
  private static final String ORIGIN = "https://photos.example";
  private final Ceph ceph = Ceph.started();

  @BeforeEach
  void empty() {
    ceph.empty("old");
  }

  @Test
  void saysWhatIsMissingAndThenDoesIt() {
    try (BucketSetup setup = setup("new-raw", "new-thumbs")) {
      List<String> plan = setup.plan();
      assertThat(plan).hasSize(12).startsWith("Create the bucket new-raw in us-east-1.");
      List<String> done = new ArrayList<>();
      List<String> without = setup.apply(done::add);
      assertThat(done)
          .contains(
              "Create the bucket new-raw in us-east-1.",
              "Create the bucket new-thumbs in us-east-1.")
          .anyMatch(each -> each.startsWith("Keep the bucket new-raw private"))
          .anyMatch(each -> each.startsWith("Remove uploads to the bucket new-thumbs"))
          .anyMatch(each -> each.startsWith("Let web pages of " + ORIGIN));
      assertThat(done.size() + without.size()).isEqualTo(plan.size());
      assertThat(without).allMatch(each -> each.startsWith("The store does not take this: "));
      assertThat(setup.plan()).hasSize(without.size());
      List<String> again = new ArrayList<>();
      setup.apply(again::add);
      assertThat(again).isEmpty();
    }
    try (S3Client client = ceph.client()) {
      assertThat(
              client
                  .getPublicAccessBlock(b -> b.bucket("new-raw"))
                  .publicAccessBlockConfiguration()
                  .restrictPublicBuckets())
          .isTrue();
    }
  }

  @Test
  void rulesOfOthersStay() {
    CORSRule theirs =
        CORSRule.builder().allowedOrigins("https://other.example").allowedMethods("GET").build();
    try (S3Client client = ceph.client();
        BucketSetup setup = setup("old")) {
      client.putBucketCors(b -> b.bucket("old").corsConfiguration(c -> c.corsRules(theirs)));
      assertThat(setup.plan()).noneMatch(each -> each.startsWith("Create"));
      setup.apply(_ -> {});
      assertThat(client.getBucketCors(b -> b.bucket("old")).corsRules())
          .extracting(CORSRule::allowedOrigins)
          .containsExactlyInAnyOrder(List.of("https://other.example"), List.of(ORIGIN));
    }
  }

  private BucketSetup setup(String... buckets) {
    Map<String, String> places = new LinkedHashMap<>();
    for (String bucket : buckets) {
      places.put(bucket + "/", bucket);
    }
    URI endpoint = ceph.endpoint();
    return new BucketSetup(
        new S3Description(
            endpoint,
            "us-east-1",
            Dialect.PLAIN,
            new Encryption.AsTheBucket(),
            new LinkedHashMap<>(places)),
        StaticCredentialsProvider.create(ceph.keys()),
        List.of(ORIGIN));
  }
}
