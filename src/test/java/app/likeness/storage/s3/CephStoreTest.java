package app.likeness.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/// The S3 store on Ceph's radosgw, which `src/test/ceph/start` has started.
@Tag("ceph")
class CephStoreTest extends S3TicketContract {
  private final Ceph ceph = Ceph.started();

  @BeforeEach
  @Override
  void open() {
    ceph.empty(RAW, THUMBS);
    super.open();
  }

  @Test
  void aSessionsTicketsAndViewsAreTakenAndEndWithIt() throws Exception {
    AwsCredentialsProvider session = ceph.session();
    Instant end = session.resolveCredentials().expirationTime().orElseThrow();
    byte[] photo = Samples.bytes(2_000, 1);
    try (S3ObjectStore limited = new S3ObjectStore(description(), session)) {
      UploadTicket.Put put =
          limited.put(Samples.object(KEY, photo), Duration.ofHours(3));
      assertThat(put.expires()).isEqualTo(end.truncatedTo(ChronoUnit.SECONDS));
      send(put, photo);
      limited.delete(List.of(KEY));
      send(limited.form(Samples.object(KEY, photo), Duration.ofHours(3)), photo);
      assertThat(get(limited.view(KEY).orElseThrow(), "bytes=0-").body()).isEqualTo(photo);
      String alone =
          limited.view(KEY).orElseThrow().url().toString()
              .replaceAll("X-Amz-Security-Token=[^&]*&?", "");
      assertThat(RawHttp.send("GET", URI.create(alone), Map.of(), new byte[0])).isEqualTo(403);
      UploadTicket.Form form = limited.form(Samples.object(KEY, photo));
      assertThat(
              RawHttp.post(form.url(), with(form.fields(), "x-amz-security-token", "other"), photo))
          .isEqualTo(403);
    }
  }

  @Test
  void ticketsAndWritesAskForEncryptionByAKey() throws Exception {
    S3Description plain = description();
    S3Description encrypted =
        new S3Description(
            plain.endpoint(),
            plain.region(),
            plain.dialect(),
            new Encryption.Kms("likeness"),
            plain.buckets());
    byte[] photo = Samples.bytes(2_000, 1);
    try (S3ObjectStore store =
            new S3ObjectStore(encrypted, StaticCredentialsProvider.create(keys()));
        S3Client client = ceph.client()) {
      for (UploadTicket ticket :
          List.of(store.put(Samples.object(KEY, photo)), store.form(Samples.object(KEY, photo)))) {
        send(ticket, photo);
        assertThat(client.headObject(b -> b.bucket(RAW).key(KEY)).ssekmsKeyId())
            .isEqualTo("likeness");
        store.delete(List.of(KEY));
      }
      store.write(KEY, "image/jpeg", photo);
      assertThat(client.headObject(b -> b.bucket(RAW).key(KEY)).ssekmsKeyId())
          .isEqualTo("likeness");
      assertThat(read(KEY)).isEqualTo(photo);
      UploadTicket.Put put = store.put(Samples.object(KEY + "2", photo));
      assertThat(put(put.url(), with(put.headers(), Encryption.HEADER, "AES256"))).isEqualTo(403);
    }
  }

  @Override
  URI endpoint() {
    return ceph.endpoint();
  }

  @Override
  AwsCredentials keys() {
    return ceph.keys();
  }

  @Override
  Dialect dialect() {
    return Dialect.PLAIN;
  }
}
