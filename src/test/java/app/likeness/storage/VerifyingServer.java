package app.likeness.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on the loopback that answers as a test says, after it has looked at what was sent.
public final class VerifyingServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /// What to answer to a request with this body.
  public interface Answering {
    Answer to(HttpExchange request, byte[] body);
  }

  public record Answer(int status, String body) {}

  public VerifyingServer(Answering answering) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", request -> answer(request, answering));
    server.start();
  }

  private static void answer(HttpExchange request, Answering answering) throws IOException {
    try (request) {
      Answer answer = answering.to(request, request.getRequestBody().readAllBytes());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      request.sendResponseHeaders(answer.status(), body.length);
      request.getResponseBody().write(body);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
