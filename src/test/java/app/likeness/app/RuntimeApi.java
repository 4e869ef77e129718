package app.likeness.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// What AWS Lambda is to a container: hands it one event after the other, and takes its answers.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the Runtime API</a>
final class RuntimeApi implements AutoCloseable {
  private static final String PATH = "/2018-06-01/runtime/";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();

  private record Invocation(String id, String event, CompletableFuture<String> answer) {}

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(PATH + "invocation/next", this::next);
    server.createContext(PATH + "invocation/", this::answered);
    server.createContext(PATH + "init/error", this::failed);
    server.createContext(PATH + "restore/next", this::restore);
    server.start();
  }

  /// As the environment names it.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Sends an event; its future holds the answer, or an exception with what went wrong.
  CompletableFuture<String> send(String event) {
    Invocation invocation =
        new Invocation(
            UUID.randomUUID().toString(), event, new CompletableFuture<>());
    waiting.add(invocation);
    return invocation.answer();
  }

  /// Sends an event and waits for its answer.
  String call(String event) {
    return send(event).join();
  }

  /// Whether a container has started that is to be copied.
  CompletableFuture<Boolean> restored() {
    return restored;
  }

  /// Forgets that a container has asked for events: it has died, and answers none that wait.
  void gone() {
    asking.forEach(Thread::interrupt);
    for (Invocation left = waiting.poll(); left != null; left = waiting.poll()) {
      left.answer().completeExceptionally(new IllegalStateException("The container has died"));
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    asking.add(Thread.currentThread());
    try {
      Invocation invocation = waiting.take();
      running.put(invocation.id(), invocation);
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
      headers.set(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(Instant.now().plus(Duration.ofMinutes(2)).toEpochMilli()));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-central-1:123456789012:function:likeness-recognition:live");
      headers.set(
          "Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
      headers.set("Content-Type", "application/json");
      reply(exchange, OK, invocation.event().getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException _) {
      exchange.close();
    } finally {
      asking.remove(Thread.currentThread());
    }
  }

  private void answered(HttpExchange exchange) throws IOException {
    Path path = Path.of(exchange.getRequestURI().getPath());
    Invocation invocation = running.remove(path.getParent().getFileName().toString());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    reply(exchange, ACCEPTED, new byte[0]);
    if (path.endsWith("response")) {
      invocation.answer().complete(body);
    } else {
      invocation.answer().completeExceptionally(new IllegalStateException(body));
    }
  }

  private void failed(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    reply(exchange, ACCEPTED, new byte[0]);
    waiting.forEach(
        each -> each.answer().completeExceptionally(new IllegalStateException("Init: " + body)));
  }

  private void restore(HttpExchange exchange) throws IOException {
    restored.complete(true);
    reply(exchange, OK, new byte[0]);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
