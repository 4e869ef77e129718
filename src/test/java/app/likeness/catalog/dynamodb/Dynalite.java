package app.likeness.catalog.dynamodb;

import app.likeness.model.PhotoId;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A real server that speaks DynamoDB's language, one for all tests; each gallery has tables of its own.
public final class Dynalite implements AutoCloseable {
  private static final Path TOOLS = Path.of("target", "test-tools");
  /// Short, so that taking over from the dead takes no time.
  private static final Duration LEASE = Duration.ofMillis(800);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final URI address;

  private Dynalite() {
    try {
      process =
          new ProcessBuilder("node", "dynalite.js")
              .directory(TOOLS.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String port = output.readLine();
      if (port == null) {
        throw new IllegalStateException("dynalite has ended; see what it wrote above");
      }
      address = URI.create("http://127.0.0.1:" + port);
    } catch (IOException e) {
      throw new IllegalStateException("The tests need node, and what the build installs by npm", e);
    }
  }

  /// Names of tables that nobody else uses.
  public static TableNames fresh() {
    return TableNames.prefixed(UUID.randomUUID() + "-");
  }

  public DynamoAccess access() {
    return new DynamoAccess(
        Region.EU_CENTRAL_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
        address);
  }

  /// An empty catalogue in new tables.
  public DynamoCatalog empty() {
    TableNames names = fresh();
    create(names);
    return open(names);
  }

  public void create(TableNames names) {
    try (DynamoTables tables = tables(names)) {
      tables.create();
    }
  }

  /// Copies all rows into new tables, which is much quicker than writing them again.
  public TableNames copy(TableNames from) {
    TableNames to = fresh();
    create(to);
    try (var client = access().client()) {
      for (Table table : Table.values()) {
        client
            .scanPaginator(scan -> scan.tableName(from.of(table)))
            .items()
            .forEach(item -> client.putItem(put -> put.tableName(to.of(table)).item(item)));
      }
    }
    return to;
  }

  /// What this server can do of a plan: it does not drop what has expired.
  static List<String> possible(List<String> plan) {
    return plan.stream().filter(sentence -> !sentence.startsWith("Have DynamoDB drop")).toList();
  }

  DynamoTables tables(TableNames names) {
    var client = access().client();
    return new DynamoTables(client, names, new Lease(new Store(client, names), LEASE, PATIENCE));
  }

  public DynamoCatalog open(TableNames names, ExecutionInterceptor... interceptors) {
    return open(names, LEASE, interceptors);
  }

  DynamoCatalog open(TableNames names, Duration lease, ExecutionInterceptor... interceptors) {
    var configuration = ClientOverrideConfiguration.builder();
    for (ExecutionInterceptor each : interceptors) {
      configuration.addExecutionInterceptor(each);
    }
    var client = access().client(configuration);
    Store store = new Store(client, names);
    return DynamoCatalog.opened(client, store, new Lease(store, lease, PATIENCE));
  }

  /// As if the time were over that somebody has for a photo.
  public void lapse(TableNames names, PhotoId photo) {
    try (var client = access().client()) {
      client.updateItem(
          update ->
              update
                  .tableName(names.photos())
                  .key(Table.PHOTOS.key(photo.value()).attributes())
                  .updateExpression("SET leaseUntil = :past")
                  .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("0"))));
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /// Hands the one server to tests, and ends it after all of them.
  public static final class Running implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Dynalite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Dynalite.class))
          .computeIfAbsent(Dynalite.class, _ -> new Dynalite(), Dynalite.class);
    }
  }
}
