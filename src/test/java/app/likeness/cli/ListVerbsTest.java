package app.likeness.cli;

import static app.likeness.cli.Terminal.fields;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Workspace;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The lists and the forms they promise.
class ListVerbsTest extends SampleVerbs {
  @Test
  void peopleAreListedByTheirPhotos() {
    List<JsonNode> people = people();
    assertThat(people).isNotEmpty();
    for (JsonNode person : people) {
      assertThat(fields(person))
          .containsExactly("personId", "name", "photoCount", "repThumbKey", "repThumbURL");
      assertThat(person.get("name").asString()).isEmpty();
      assertThat(person.get("repThumbKey").asString()).matches("faces-thumbs/[^/]+/[0-9a-f]{20}_face_\\d+\\.jpg");
      assertThat(person.get("repThumbURL").isNull()).isTrue();
    }
    assertThat(people.stream().map(person -> person.get("photoCount").asInt()).toList())
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(terminal.run("people").out()).hasSize(people.size());
  }

  @Test
  void photosOfAPersonAreListed() {
    JsonNode person = people().getFirst();
    JsonNode form = terminal.run("photos", "--json", id(person)).json();
    assertThat(fields(form)).containsExactly("personId", "photos");
    assertThat(form.get("personId")).isEqualTo(person.get("personId"));
    List<JsonNode> photos = list(form.get("photos"));
    assertThat(photos).hasSize(person.get("photoCount").asInt());
    for (JsonNode photo : photos) {
      assertThat(fields(photo))
          .containsExactly(
              "photoId", "photoBucket", "photoKey", "thumbKey", "photoURL", "thumbURL");
      String id = photo.get("photoId").asString();
      assertThat(photo.get("photoKey").asString()).matches("photos-raw/\\d{4}/sample\\d-" + id + "\\.jpg");
      assertThat(photo.get("thumbKey").asString()).contains(id + "_face_");
      assertThat(photo.get("photoURL").isNull()).isTrue();
      assertThat(photo.get("thumbURL").isNull()).isTrue();
    }
    assertThat(terminal.run("photos", id(person)).out()).hasSize(photos.size());
  }

  @Test
  void facesAreListed() {
    List<JsonNode> faces = faces();
    assertThat(faces).hasSizeGreaterThan(15);
    Set<String> ids = new HashSet<>();
    for (JsonNode face : faces) {
      assertThat(fields(face))
          .containsExactly("faceId", "photoId", "fileName", "box", "quality", "personId");
      assertThat(face.get("faceId").asString()).startsWith(face.get("photoId").asString() + "_face_");
      assertThat(face.get("fileName").asString()).matches("sample\\d\\.jpg");
      assertThat(face.get("quality").asDouble()).isPositive();
      JsonNode box = face.get("box");
      assertThat(fields(box)).containsExactly("Left", "Top", "Width", "Height");
      box.forEach(side -> assertThat(side.asDouble()).isBetween(0.0, 1.0));
      ids.add(face.get("faceId").asString());
    }
    assertThat(ids).hasSameSizeAs(faces);
    assertThat(terminal.run("faces").out()).hasSize(faces.size());
  }

  @Test
  void urlsAreThereWhileAnotherProcessHasTheGalleryOpen() throws Exception {
    try (Workspace.Session _ = Galleries.open(terminal.gallery())) {
      JsonNode person = people().getFirst();
      assertJpeg(person.get("repThumbURL").asString());
      String gallery = terminal.gallery().toString();
      Child.End end = Child.run("photos", "--json", "--gallery", gallery, id(person));
      assertThat(end.exit()).as(end.err()).isZero();
      JsonNode photo =
          new Terminal.Said(end.exit(), end.out(), List.of()).json().get("photos").get(0);
      assertJpeg(photo.get("photoURL").asString());
      assertJpeg(photo.get("thumbURL").asString());
      assertThat(terminal.run("people").out()).noneMatch(line -> line.contains("http"));
    }
  }

  private static void assertJpeg(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith(0xFF, 0xD8);
    }
  }

  @Test
  void listsOfAGalleryThatIsNotThereSaySo() {
    for (String verb : List.of("people", "faces", "history")) {
      new Terminal(temp.resolve("none")).run(verb).refuses(1, "There is no gallery in", "import");
    }
    assertThat(temp.resolve("none")).doesNotExist();
  }
}
