package app.likeness.bench;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.api.GalleryApi;
import app.likeness.api.server.ApiServer;
import app.likeness.catalog.Catalog;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.Person;
import app.likeness.model.Scope;
import app.likeness.testing.Galleries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks the API on the loopback for pages of people, and holds that against signing their URLs alone.
///
/// Arguments: how many photos (100,000), people (5,000), and a folder where the gallery is kept from
/// run to run. Server and client share this process and its cores.
public final class ApiBench {
  private static final int PAGE = 100;
  private static final int RUNS = 1_000;
  private static final int AT_ONCE = 4;

  private final Gallery gallery;
  private final HttpRequest request;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ApiBench(Gallery gallery, URI root, String token) {
    this.gallery = gallery;
    request =
        HttpRequest.newBuilder(root.resolve("/persons?limit=" + PAGE))
            .header("Authorization", "Bearer " + token)
            .build();
  }

  public static void main(String[] args) throws Exception {
    int photos = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int people = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
    Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("api-bench");
    if (!Files.exists(folder.resolve("catalog.sqlite"))) {
      Files.createDirectories(folder);
      try (Catalog catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"))) {
        new LargeCatalog(catalog, people, 0).fill(photos);
      }
    }
    ApiSettings unlimited = new ApiSettings(Set.of(), 1_000_000, 1_000_000);
    try (Workspace.Session session = Galleries.open(folder);
        Tokens tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
        GalleryApi api = new GalleryApi(session.gallery(), tokens, unlimited);
        ApiServer server = ApiServer.start(api::handle, Binding.loopback(0))) {
      String token = tokens.create(Scope.VIEW).secret();
      System.out.println(session.gallery().totals());
      new ApiBench(session.gallery(), server.url(), token).run();
    }
  }

  private void run() throws Exception {
    List<String> keys =
        gallery.people().list(PeopleQuery.ALL, null, PAGE).items().stream()
            .map(Person::repThumbKey)
            .filter(Objects::nonNull)
            .toList();
    for (int round = 0; round < 2; round++) { // the first warms up
      System.out.println(round == 0 ? "warming up" : "pages of " + PAGE + " people");
      one("signing " + keys.size() + " URLs alone", () -> gallery.photos().views(keys).size());
      one("the page from the catalogue alone",
          () -> gallery.people().list(PeopleQuery.ALL, null, PAGE).items().size());
      one("GET /persons?limit=" + PAGE, this::get);
      many();
    }
  }

  private int get() throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("The API answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  private static void one(String what, Callable<Integer> work) throws Exception {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      work.call();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-40s median %7.2f ms, p95 %7.2f ms%n", what, millis[RUNS / 2], millis[RUNS * 95 / 100]);
  }

  private void many() throws Exception {
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        all.add(threads.submit(this::get));
      }
      for (Future<Integer> each : all) {
        each.get();
      }
    }
    System.out.printf(
        "%-40s %.0f requests/s%n", AT_ONCE + " at once", RUNS / ((System.nanoTime() - start) / 1e9));
  }
}
