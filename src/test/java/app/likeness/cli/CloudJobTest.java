package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.catalog.dynamodb.Dynalite;
import app.likeness.catalog.dynamodb.TableNames;
import app.likeness.gallery.Workspace;
import app.likeness.model.Decision;
import app.likeness.model.Person;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.TestCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole job on S3 and DynamoDB with real photos, by the command line and by two desktops.
@ExtendWith(Dynalite.Running.class)
class CloudJobTest {
  @TempDir Path temp;
  private TestCloud cloud;

  @BeforeEach
  void start(Dynalite dynalite) {
    TableNames tables = Dynalite.fresh();
    dynalite.create(tables);
    cloud =
        new TestCloud(
            temp.resolve("server"),
            List.of(TestCloud.RAW, TestCloud.THUMBS),
            dynalite.access(),
            tables);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private static List<ImportState> states(List<ImportRow> rows) {
    return rows.stream().map(ImportRow::state).toList();
  }

  private String[] words(String verb, List<Path> files) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(verb), files.stream().map(Path::toString))
        .toArray(String[]::new);
  }

  private Terminal terminal() {
    return new Terminal(temp, "cloud", cloud.environment(temp.resolve("home")));
  }

  private String bring() {
    Terminal.Said brought = terminal().run(words("import", Samples.all()));
    assertThat(brought.exit()).as(brought.toString()).isZero();
    return brought.out().getLast();
  }

  @Test
  void photosComeInOnceAndTheirPeopleAreNamedAndExported() throws Exception {
    assertThat(bring()).startsWith("6 imported").contains("0 failed");
    assertThat(bring()).startsWith("0 imported").contains("6 already here");
    Terminal terminal = terminal();
    JsonNode people = terminal.run("people", "--json").json().get("persons");
    assertThat(people).isNotEmpty();
    String id = people.get(0).get("personId").asString();
    assertThat(people.get(0).get("repThumbURL").asString()).startsWith(cloud.store().toString());
    assertThat(terminal.run("photos", id, "--json").json().get("photos")).isNotEmpty();

    assertThat(terminal.run("name", id, "Ana").exit()).isZero();
    assertThat(terminal.run("people").out().toString()).contains("Ana");
    String act = terminal.run("history", "--json").json().get("acts").get(0).get("act").asString();
    assertThat(terminal.run("undo", act).exit()).isZero();
    assertThat(terminal.run("people").out().toString()).doesNotContain("Ana");

    Path out = temp.resolve("out");
    assertThat(terminal.run("export", id, out.toString()).exit()).isZero();
    try (var files = Files.list(out)) {
      assertThat(files).isNotEmpty();
    }
  }

  @Test
  void photosAreScannedAgainAndDeletedWithAllThatWasMadeOfThem() {
    bring();
    assertThat(terminal().run("rescan").out().getLast()).startsWith("6 photos");
    String photo =
        terminal().run("faces", "--json").json().get("faces").get(0).get("photoId").asString();
    Terminal.Said gone = terminal().run("delete", photo);
    assertThat(gone.exit()).as(gone.toString()).isZero();
    try (Workspace.Opened opened = cloud.desktop(temp.resolve("other")).read();
        ObjectStore objects = cloud.objects()) {
      assertThat(opened.gallery().totals().photos()).isEqualTo(5);
      List<String> left = new ArrayList<>();
      for (String prefix : List.of(ObjectKeys.RAW, ObjectKeys.THUMBS, ObjectKeys.FACES)) {
        objects.keys(prefix, left::add);
      }
      assertThat(left).hasSizeGreaterThan(5).noneMatch(key -> key.contains(photo));
    }
  }

  @Test
  void oneDesktopSeesWhatAnotherImportsAndKnowsItsPeople() throws Exception {
    try (Workspace.Session here = cloud.desktop(temp.resolve("here")).open();
        Workspace.Session there = cloud.desktop(temp.resolve("there")).open()) {
      // Both indexes are open before anything is known to them.
      assertThat(states(Galleries.bring(there, List.of(Samples.photo(6)))))
          .containsExactly(ImportState.READY);
      String before = there.gallery().changes(null).next();
      assertThat(states(Galleries.bring(here, List.of(Samples.photo(1)))))
          .containsExactly(ImportState.READY);
      assertThat(there.gallery().changes(before).photos()).isNotEmpty();
      int known = Galleries.people(there.gallery()).size();
      Person first = Galleries.people(there.gallery()).getFirst();
      here.gallery().people().decide(List.of(new Decision.Name(first.id(), "Ana")));

      // The same faces again: they are the people that the other desktop has found.
      Path again = Samples.remarked(1, "again", temp);
      assertThat(states(Galleries.bring(there, List.of(again)))).contains(ImportState.READY);
      assertThat(Galleries.people(there.gallery())).hasSize(known);
      there.gallery().people().decide(List.of(new Decision.Name(first.id(), "Ada")));
      assertThat(here.gallery().people().person(first.id()).map(Person::name)).contains("Ada");
      assertThat(here.gallery().people().history(0, 9)).hasSize(2);
    }
  }
}
