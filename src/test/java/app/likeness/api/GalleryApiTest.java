package app.likeness.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.sqlite.SqliteTokens;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import app.likeness.model.Scope;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryApiTest {
  private Workspace.Session session;
  private Tokens tokens;
  private GalleryApi api;
  private Described described;
  private final Map<Scope, String> secrets = new HashMap<>();

  @BeforeAll
  void open(@TempDir Path folder) {
    DrawnGallery.fill(folder, 130, 4, 120);
    session = Galleries.open(folder);
    tokens = new Tokens(SqliteTokens.open(folder.resolve("tokens.sqlite")));
    api = new GalleryApi(session.gallery(), tokens, ApiSettings.USUAL);
    described = new Described(api);
    for (Scope scope : Scope.values()) {
      secrets.put(scope, tokens.create(scope).secret());
    }
  }

  @AfterAll
  void close() {
    api.close();
    tokens.close();
    session.close();
  }

  private ApiResponse ask(String secret, String method, String target, String body) {
    String[] parts = target.split("\\?", 2);
    Map<String, String> query = new HashMap<>();
    if (parts.length == 2) {
      for (String pair : parts[1].split("&", -1)) {
        query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return described.apply(
        new ApiRequest(
            method, parts[0], query, Map.of("authorization", "Bearer " + secret),
            new ByteArrayInputStream(bytes), bytes.length, "test"));
  }

  private ApiResponse get(String target) {
    return ask(secrets.get(Scope.VIEW), "GET", target, "");
  }

  private ApiResponse manage(String method, String target, String body) {
    return ask(secrets.get(Scope.MANAGE), method, target, body);
  }

  private static JsonNode json(ApiResponse answer) {
    return new JsonMapper().readTree(answer.body());
  }

  @Test
  void theDescriptionTellsEveryRouteAndItsScopeAndNoOther() {
    for (Route route : api.routes()) {
      JsonNode operation = described.operation(route);
      assertThat(operation.isMissingNode()).as(route.method() + " " + route.template()).isFalse();
      assertThat(operation.get("x-scope").asString())
          .isEqualTo(route.scope().name().toLowerCase(Locale.ROOT));
    }
    List<String> told = new ArrayList<>();
    described.description().get("paths").properties().forEach(path ->
        path.getValue().propertyNames().forEach(method ->
            told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            api.routes().stream().map(route -> route.method() + " " + route.template()).toList());
  }

  @Test
  void theDescriptionIsServedToAnybody() {
    ApiResponse answer = ask("nobody", "GET", "/openapi.json", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer).get("openapi").asString()).startsWith("3.1");
  }

  @Test
  void withoutALimitTheFaceGallerysListIsWhole() {
    JsonNode all = json(get("/persons"));

    assertThat(all.get("persons").size()).isGreaterThan(100);
    assertThat(all.get("next").isNull()).isTrue();
    assertThat(all.at("/persons/0/repThumbURL").asString()).startsWith("http://127.0.0.1:");
    int before = Integer.MAX_VALUE;
    for (JsonNode person : all.get("persons")) {
      assertThat(person.get("photoCount").asInt()).isLessThanOrEqualTo(before);
      before = person.get("photoCount").asInt();
    }
  }

  @Test
  void withALimitCursorsLeadThroughAll() {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = json(get("/persons?limit=50&cursor=" + cursor));
      page.get("persons").forEach(person -> ids.add(person.get("personId").asString()));
      cursor = page.get("next").asString("");
    } while (!cursor.isEmpty());

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).hasSize(json(get("/persons")).get("persons").size());
  }

  @Test
  void aPersonsPhotosComeInTheFaceGallerysForm() {
    String person = json(get("/persons?limit=1")).at("/persons/0/personId").asString();

    JsonNode answer = json(get("/persons/" + person + "/photos"));

    assertThat(answer.get("personId").asString()).isEqualTo(person);
    JsonNode photo = answer.at("/photos/0");
    assertThat(photo.get("photoURL").asString()).contains(photo.get("photoKey").asString());
    assertThat(photo.get("thumbURL").asString()).contains("faces-thumbs/");
  }

  @Test
  void aPathThatLeadsNowhereIsToldInTheReferencesForm() {
    ApiResponse nowhere = get("/nothing/here");
    ApiResponse bad = get("/persons//photos");

    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(json(nowhere).get("error").asString()).isEqualTo("not found");
    assertThat(json(nowhere).get("path").asString()).isEqualTo("/nothing/here");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(json(bad).get("error").asString()).isEqualTo("bad path");
    ApiResponse options = ask("", "OPTIONS", "/persons", "");
    assertThat(options.status()).isEqualTo(200);
    assertThat(json(options).get("ok").asBoolean()).isTrue();
  }

  @Test
  void whoShowsNoValidTokenLearnsNothing() {
    for (String path : List.of("/persons", "/nothing/here", "/v1/totals", "/persons//photos")) {
      ApiResponse answer = ask("likeness_guess", "GET", path, "");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
    }
  }

  @Test
  void aTokenAllowsNoMoreThanItsScope() {
    String act = "{\"decisions\":[{\"kind\":\"hide\",\"person\":\"person-0001\",\"hidden\":true}]}";

    assertThat(ask(secrets.get(Scope.CONTRIBUTE), "POST", "/v1/acts", act).status()).isEqualTo(403);
    assertThat(ask(secrets.get(Scope.VIEW), "POST", "/v1/regroup", "").status()).isEqualTo(403);
    assertThat(manage("POST", "/v1/acts", act).status()).isEqualTo(200);
    assertThat(manage("POST", "/v1/acts/1/undo", "").status()).isEqualTo(200);
  }

  @Test
  void aRevokedTokenIsNothing() {
    Tokens.Made made = tokens.create(Scope.VIEW);
    assertThat(ask(made.secret(), "GET", "/v1/totals", "").status()).isEqualTo(200);

    tokens.revoke(made.token().id());

    assertThat(ask(made.secret(), "GET", "/v1/totals", "").status()).isEqualTo(401);
  }

  @Test
  void nonsenseIsRefusedInOneSentence() {
    Map<String, String> bodies =
        Map.of(
            "/v1/acts", "{\"decisions\":[{\"kind\":\"marry\"}]}",
            "/v1/views", "not json",
            "/v1/uploads", "{\"fileName\":\"a.jpg\"}",
            "/v1/photos/delete", "{\"ids\":[\"../../etc\"]}");
    bodies.forEach((path, body) -> {
      ApiResponse answer = manage("POST", path, body);
      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(json(answer).get("detail").asString()).endsWith(".").doesNotContain("Exception");
    });
    for (String target : List.of(
        "/v1/photos?limit=0", "/v1/photos?limit=x", "/v1/photos?from=May",
        "/v1/people?order=age", "/v1/photos?cursor=nonsense", "/v1/changes?cursor=x")) {
      assertThat(get(target).status()).as(target).isIn(400, 404);
    }
  }

  @Test
  void aBodyIsReadNoFurtherThanItMayBeLong() {
    ApiResponse answer = manage("POST", "/v1/views", " ".repeat((1 << 20) + 1));

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    RateLimit limit = new RateLimit(2, 3, () -> 0);
    limit.pass("a");
    limit.pass("a");
    limit.pass("a");
    limit.pass("b");

    assertThatThrownBy(() -> limit.pass("a"))
        .isInstanceOfSatisfying(Refusal.class, refusal -> {
          assertThat(refusal.status()).isEqualTo(429);
          assertThat(refusal.headers()).containsEntry("Retry-After", "1");
        });
  }
}
