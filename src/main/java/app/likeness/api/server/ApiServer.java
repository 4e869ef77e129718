package app.likeness.api.server;

import app.likeness.api.ApiRequest;
import app.likeness.api.ApiResponse;
import app.likeness.api.Binding;
import app.likeness.model.GalleryException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Serves a gallery's API over HTTP until it is closed.
public final class ApiServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int HEADER_BYTES = 16 << 10;
  private static final Duration SPAN = Duration.ofSeconds(5);
  private static final int IDLE_MILLIS = 30_000;
  /// Who sends or takes slower than this only wants to keep us busy.
  private static final int LEAST_BYTES_A_SECOND = 512;
  /// No path leads to a file, and segments are decoded after they were split: nothing is ambiguous.
  private static final UriCompliance PATHS =
      UriCompliance.DEFAULT.with(
          "likeness",
          Violation.AMBIGUOUS_EMPTY_SEGMENT,
          Violation.AMBIGUOUS_PATH_SEPARATOR,
          Violation.AMBIGUOUS_PATH_SEGMENT,
          Violation.AMBIGUOUS_PATH_ENCODING,
          Violation.AMBIGUOUS_PATH_PARAMETER);
  private static final int CONNECTIONS = 1000;
  private static final int STOP_MILLIS = 5_000;

  // What it says of requests may hold tokens and cursors. Kept, since a logger that nobody holds is
  // collected and forgets its level.
  private final Logger logger = Logger.getLogger("org.eclipse.jetty");
  private final Server server;
  private final ServerConnector connector;
  private final Binding binding;

  private ApiServer(Function<ApiRequest, ApiResponse> api, Binding binding) {
    logger.setLevel(Level.OFF);
    this.binding = binding;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("api");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server = new Server(threads);
    connector = connector(server, binding);
    server.addConnector(connector);
    connector.addBean(
        new SlowSenders(connector.getScheduler(), SPAN, LEAST_BYTES_A_SECOND));
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
    server.setHandler(
        new GracefulHandler(
            new MinimumDataRateHandler(
                new ApiHandler(api), LEAST_BYTES_A_SECOND, LEAST_BYTES_A_SECOND)));
    server.setStopTimeout(STOP_MILLIS);
  }

  /// @param api answers a request; called on many threads at once
  /// @throws GalleryException.Conflict when somebody else listens there
  /// @throws GalleryException.Denied when the certificate cannot be used
  public static ApiServer start(Function<ApiRequest, ApiResponse> api, Binding binding) {
    ApiServer made = new ApiServer(api, binding);
    try {
      made.server.start();
      return made;
    } catch (Exception e) {
      made.close();
      throw binding.certificate() == null
          ? new GalleryException.Conflict(
              "Nothing can listen on %s: choose another --port or --host.".formatted(binding))
          : new GalleryException.Denied(
              "Likeness cannot listen on %s with the certificate %s: check the port, the file and its password."
                  .formatted(binding, binding.certificate()),
              e);
    }
  }

  private static ServerConnector connector(Server server, Binding binding) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setUriCompliance(PATHS);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    Path certificate = binding.certificate();
    ConnectionFactory[] factories =
        certificate == null
            ? new ConnectionFactory[] {plain}
            : new ConnectionFactory[] {
              new SslConnectionFactory(tls(certificate, binding), plain.getProtocol()), plain
            };
    ServerConnector connector = new ServerConnector(server, factories);
    connector.setHost(binding.host());
    connector.setPort(binding.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static SslContextFactory.Server tls(Path certificate, Binding binding) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePath(certificate.toUri().toString());
    tls.setKeyStorePassword(binding.password());
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return tls;
  }

  /// Where it listens.
  public URI url() {
    String scheme = binding.certificate() == null ? "http" : "https";
    String host = binding.host().contains(":") ? "[" + binding.host() + "]" : binding.host();
    return URI.create(scheme + "://" + host + ":" + connector.getLocalPort());
  }

  /// Lets what was asked for be answered first.
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server does not stop", e);
    }
  }
}
