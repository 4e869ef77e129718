package app.likeness.api;

import app.likeness.catalog.PeopleQuery;
import app.likeness.gallery.People;
import app.likeness.model.GalleryException;
import app.likeness.model.Scope;
import java.util.List;
import java.util.Locale;

/// The people over HTTP, and what is decided about them.
final class PeopleRoutes {
  private static final int MOST_DECISIONS = 100;

  private final People people;

  PeopleRoutes(People people) {
    this.people = people;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/people", call ->
            ApiResponse.ok(people.list(query(call), call.cursor(), call.limit()))),
        Route.get("/v1/people/{personId}", this::person),
        Route.get("/v1/people/{personId}/photos", call ->
            ApiResponse.ok(people.photosOf(call.person(), call.cursor(), call.limit()))),
        Route.get("/v1/people/{personId}/faces", call ->
            ApiResponse.ok(people.facesOf(call.person(), call.cursor(), call.limit()))),
        Route.post("/v1/acts", Scope.MANAGE, this::decide),
        Route.post("/v1/acts/{act}/undo", Scope.MANAGE, this::undo),
        Route.get("/v1/acts", call ->
            ApiResponse.ok(new Wire.Acts(people.history(call.number("before", 0), call.limit())))),
        Route.get("/v1/recognition", _ -> recognition()),
        new Route("PUT", "/v1/recognition", Scope.MANAGE, this::recognition));
  }

  private static PeopleQuery query(Call call) {
    String order = call.query("order").orElse("count").toUpperCase(Locale.ROOT);
    return new PeopleQuery(
        Call.parsed(
            order, PeopleQuery.Order::valueOf, "order must be count, named, name or recent."),
        call.query("search").orElse(""),
        call.query("hidden").map("true"::equals).orElse(false),
        (int) call.number("fewest", 1),
        (int) call.number("most", 0));
  }

  private ApiResponse person(Call call) {
    return ApiResponse.ok(
        people
            .person(call.person())
            .orElseThrow(() -> new GalleryException.NotFound("There is no such person.")));
  }

  private ApiResponse decide(Call call) {
    Wire.Gesture gesture = call.body(Wire.Gesture.class);
    if (gesture.decisions().isEmpty() || gesture.decisions().size() > MOST_DECISIONS) {
      throw Refusal.bad("One act holds from 1 to " + MOST_DECISIONS + " decisions.");
    }
    return ApiResponse.ok(people.decide(gesture.decisions()));
  }

  private ApiResponse undo(Call call) {
    long act = Call.parsed(call.variable("act"), Long::parseLong, "bad path");
    return ApiResponse.ok(people.undo(act));
  }

  private ApiResponse recognition() {
    return ApiResponse.ok(new Wire.Recognition(people.recognition()));
  }

  private ApiResponse recognition(Call call) {
    people.recognition(call.body(Wire.Recognition.class).on());
    return recognition();
  }
}
