package app.likeness.api;

import app.likeness.gallery.Gallery;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.Scope;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes of clients that know photos by their names: of the detection workshop and its kin.
final class NameRoutes {
  /// Long side of what a gallery's tiles show, in pixels.
  private static final int TILE = 512;

  private final Gallery gallery;

  NameRoutes(Gallery gallery) {
    this.gallery = gallery;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/upload", Scope.CONTRIBUTE, this::put),
        Route.post("/upload-form", Scope.CONTRIBUTE, this::form),
        Route.get("/listgallery", this::list),
        new Route("DELETE", "/delete", Scope.MANAGE, call -> delete(fileName(call))),
        new Route("DELETE", "/delete/{key...}", Scope.MANAGE, call -> delete(call.variable("key"))));
  }

  private static String fileName(Call call) {
    return call.query("fileName")
        .orElseThrow(() -> Refusal.bad("Say which: add ?fileName= to the path."));
  }

  private ApiResponse put(Call call) {
    return ApiResponse.ok(gallery.uploads().unseen(fileName(call)).ticket().url().toString());
  }

  private ApiResponse form(Call call) {
    UploadTicket.Form form =
        gallery.uploads().unseenForm(call.body(FileName.class).fileName()).ticket();
    return ApiResponse.ok(new Form(form.url().toString(), form.fields()));
  }

  private record FileName(@JsonProperty("file_name") String fileName) {}

  private record Form(String url, SequencedMap<String, String> fields) {
    @Override
    public String toString() {
      return "Form";
    }
  }

  private record Tile(@Nullable String src, @Nullable String thumbnail) {
    @Override
    public String toString() {
      return "Tile";
    }
  }

  /// All photos, newest first; where that would be too much for one answer, the header `Link` says
  /// how to go on.
  ///
  /// @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288, Web Linking</a>
  private ApiResponse list(Call call) {
    Page<Photo> page =
        ReferenceRoutes.page(
            call, (cursor, limit) -> gallery.photos().timeline(null, cursor, limit));
    List<String> keys =
        page.items().stream()
            .flatMap(photo -> Stream.of(photo.original().key(), thumb(photo)))
            .toList();
    Map<String, ViewUrl> views = gallery.photos().views(keys);
    List<Tile> tiles = new ArrayList<>();
    for (Photo photo : page.items()) {
      tiles.add(
          new Tile(
              Forms.url(views, photo.original().key()), Forms.url(views, thumb(photo))));
    }
    ApiResponse answer = ApiResponse.ok(tiles);
    String next = page.next();
    return next == null ? answer : answer.with("Link", link(call, next));
  }

  private static String link(Call call, String next) {
    String limit = call.query("limit").map(many -> "&limit=" + many).orElse("");
    String cursor = URLEncoder.encode(next, StandardCharsets.UTF_8);
    return "</listgallery?cursor=" + cursor + limit + ">; rel=\"next\"";
  }

  private static String thumb(Photo photo) {
    return ObjectKeys.thumb(photo.id(), TILE);
  }

  private ApiResponse delete(String name) {
    Photo photo =
        gallery
            .uploads()
            .named(name)
            .orElseThrow(() -> new GalleryException.NotFound("There is no photo of that name."));
    gallery.photos().delete(List.of(photo.id()));
    return ApiResponse.ok(Map.of("Message", "Success"));
  }
}
