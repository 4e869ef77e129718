package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.model.Act;
import app.likeness.model.Face;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.people.Decisions;
import app.likeness.people.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the tables are what the log and the proposals come to when they are read from scratch.
record ProjectionCheck(Catalog catalog, Set<PhotoId> photos) {
  void check(String when) {
    List<Act> acts = catalog.log().after(0, 1000);
    Decisions scratch = Decisions.of(acts);
    Map<PersonId, List<Face>> shown = new HashMap<>();
    for (PhotoId photo : photos) {
      List<Face> faces = catalog.faces().of(photo);
      var proposals = new HashMap<>(catalog.faces().proposals(photo));
      faces.forEach(face -> proposals.putIfAbsent(face.id(), List.of()));
      var own = Projection.own(scratch, proposals);
      for (Face face : faces) {
        assertThat(face.own()).as("%s: own of %s", when, face.id()).isEqualTo(own.get(face.id()));
        if (face.own() != null) {
          PersonId as = scratch.shown(face.own());
          assertThat(face.person()).as("%s: %s", when, face.id()).isEqualTo(as);
          shown.computeIfAbsent(as, _ -> new ArrayList<>()).add(face);
        }
      }
    }
    shown.forEach((id, faces) -> check(when, scratch, id, faces));
  }

  private void check(String when, Decisions scratch, PersonId id, List<Face> faces) {
    Person person = catalog.people().find(id).orElseThrow();
    assertThat(person.id()).as("%s: shown", when).isEqualTo(id);
    assertThat(person.name()).as("%s: name of %s", when, id).isEqualTo(scratch.name(id));
    assertThat(person.hidden()).as("%s: hiding of %s", when, id).isEqualTo(scratch.hidden(id));
    assertThat(person.faceCount()).as("%s: faces of %s", when, id).isEqualTo(faces.size());
    assertThat(person.photoCount())
        .as("%s: photos of %s", when, id)
        .isEqualTo(faces.stream().map(face -> face.id().photo()).distinct().count());
    double best = faces.stream().mapToDouble(Face::quality).max().orElseThrow();
    assertThat(faces.stream().filter(f -> f.quality() == best).map(Face::id).collect(Collectors.toSet()))
        .as("%s: cover of %s", when, id)
        .contains(person.cover());
  }
}
