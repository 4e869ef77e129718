package app.likeness.storage;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Spends upload tickets: streams a file from the disk to wherever a ticket says.
///
/// Safe for many threads; each call of [#send] blocks its own.
public final class Uploader implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration STALL = Duration.ofSeconds(60);

  // The hundreds of a status that blames the request.
  private static final int REFUSED = 4;

  // An answer holds a word or two of use.
  private static final long MOST_TOLD = 1 << 16;

  // The client computes these itself, and refuses them from others.
  private static final Set<String> COMPUTED = Set.of("host", "content-length");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final Backoff backoff;
  private final Duration stall;
  private final Consumer<String> dates;

  public Uploader() {
    this(Backoff.USUAL, STALL);
  }

  /// @param stall a try that has not moved for so long has failed
  public Uploader(Backoff backoff, Duration stall) {
    this(backoff, stall, _ -> {});
  }

  /// @param dates told the `Date` of each answer that refuses a ticket, before another is minted:
  ///     whoever signs with a clock that is wrong can set it by that
  public Uploader(Consumer<String> dates) {
    this(Backoff.USUAL, STALL, dates);
  }

  public Uploader(Backoff backoff, Duration stall, Consumer<String> dates) {
    this.backoff = backoff;
    this.stall = stall;
    this.dates = dates;
  }

  /// Gets a ticket, anew before each try.
  @FunctionalInterface
  public interface Mint {
    /// @return empty when the object has arrived meanwhile, so nothing need be sent
    Optional<UploadTicket> mint();
  }

  /// Sends a file and returns when it has arrived; an interrupt cancels the transfer.
  ///
  /// A store that has the object already counts as arrived: whoever finishes it reads it again.
  ///
  /// @param progress told how many bytes of the file are out, from any thread; a new try starts at 0
  /// @return what the store said, empty when the object was there already
  /// @throws GalleryException with one sentence that names the file, when it cannot be sent
  public String send(Mint mint, Path file, LongConsumer progress) throws InterruptedException {
    for (int tried = 1; ; tried++) {
      Optional<UploadTicket> ticket = mint.mint();
      if (ticket.isEmpty()) {
        return "";
      }
      switch (once(ticket.get(), file, progress)) {
        case Outcome.Arrived(String answer) -> {
          return answer;
        }
        case Outcome.Failed(GalleryException why, boolean forGood) -> {
          if (forGood || tried == backoff.tries()) {
            throw why;
          }
        }
      }
      backoff.pause(tried);
    }
  }

  private Outcome once(UploadTicket ticket, Path file, LongConsumer progress)
      throws InterruptedException {
    try (FileBody body = new FileBody(file, progress)) {
      if (ticket instanceof UploadTicket.Put put && !body.fits(put)) {
        return new Outcome.Failed(body.changed(), true);
      }
      try {
        HttpResponse<String> answer = answer(request(ticket, body), body);
        if (answer.statusCode() / 100 == REFUSED) {
          answer.headers().firstValue("Date").ifPresent(dates);
        }
        return Outcome.of(answer, file, body);
      } catch (IOException e) {
        return Outcome.of(e, file, body);
      } catch (IllegalArgumentException _) {
        // Not passed on: its message quotes the URL.
        return new Outcome.Failed(
            new GalleryException.Unsupported(
                file.getFileName() + " was not stored: the store gave no usable address.", null),
            true);
      }
    }
  }

  private static HttpRequest request(UploadTicket ticket, FileBody body) {
    return switch (ticket) {
      case UploadTicket.Put put -> {
        HttpRequest.Builder request = asking(put.url());
        put.headers()
            .forEach(
                (name, value) -> {
                  if (!COMPUTED.contains(name.toLowerCase(Locale.ROOT))) {
                    request.setHeader(name, value);
                  }
                });
        yield request.PUT(body.between("", "")).build();
      }
      case UploadTicket.Form form -> {
        String boundary = UUID.randomUUID().toString();
        // Not asked: radosgw says twice that it may come, and the client takes that for an answer.
        yield HttpRequest.newBuilder(form.url())
            .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body.between(head(form.fields(), boundary), "\r\n--" + boundary + "--\r\n"))
            .build();
      }
    };
  }

  // Asks before it sends the file: a store that refuses in the middle closes the connection, and
  // its answer is lost.
  private static HttpRequest.Builder asking(URI url) {
    return HttpRequest.newBuilder(url).expectContinue(true);
  }

  // RFC 7578; the file is last, since a store ignores what follows it.
  private static String head(Map<String, String> fields, String boundary) {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)));
    return head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
            .formatted(boundary))
        .append("Content-Type: application/octet-stream\r\n\r\n")
        .toString();
  }

  // No time limit on the whole, which depends on the line; but it must not stand still.
  private HttpResponse<String> answer(HttpRequest request, FileBody body)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> coming =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_TOLD));
    try {
      long before = -1;
      while (body.sent() > before) {
        before = body.sent();
        try {
          return coming.get(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          // Look whether it has moved.
        }
      }
      throw new IOException("The transfer stood still");
    } catch (ExecutionException e) {
      throw new IOException("The transfer broke off", e.getCause());
    } finally {
      coming.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
