package app.likeness.api;

import app.likeness.gallery.Batches;
import app.likeness.model.Scope;
import java.util.List;

/// Batches of photos over HTTP.
final class BatchRoutes {
  private static final String BATCH = "/v1/batches/{batchId}";

  private final Batches batches;

  BatchRoutes(Batches batches) {
    this.batches = batches;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/v1/batches", Scope.CONTRIBUTE, this::open),
        Route.get(BATCH, call -> ApiResponse.ok(batches.find(call.variable("batchId")))),
        new Route("PUT", BATCH, Scope.CONTRIBUTE, this::rule));
  }

  private ApiResponse open(Call call) {
    Wire.NewBatch batch = call.body(Wire.NewBatch.class);
    return ApiResponse.ok(batches.open(batch.photos(), batch.rule()));
  }

  private ApiResponse rule(Call call) {
    Wire.Rule rule = call.body(Wire.Rule.class);
    return ApiResponse.ok(batches.rule(call.variable("batchId"), rule.rule()));
  }
}
