package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.Workspace;
import app.likeness.model.PersonId;
import app.likeness.ui.Following;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.EmptyState;
import app.likeness.ui.controls.ObjectPictures;
import app.likeness.ui.imports.ImportsModel;
import app.likeness.ui.imports.ImportsView;
import app.likeness.ui.people.Acts;
import app.likeness.ui.people.PeopleModel;
import app.likeness.ui.people.PeopleVerbs;
import app.likeness.ui.people.PeopleView;
import app.likeness.ui.person.ExportModel;
import app.likeness.ui.person.PersonModel;
import app.likeness.ui.person.PersonView;
import app.likeness.ui.settings.RecognitionModel;
import app.likeness.ui.settings.SettingsView;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The models and pages of one open gallery, each made once, when it is first shown.
final class Screens implements AutoCloseable {
  /// Decoded thumbnails kept: some hundreds, whatever the gallery's size.
  private static final long PICTURE_BYTES = 128L << 20;

  private final Gallery gallery;
  private final Desk desk;
  private final Navigator navigator;
  private final ObjectPictures pictures;
  private final Following following;
  private final ImportsModel imports;
  private final Acts acts;
  private final PeopleVerbs verbs;
  private final ExportModel export;
  private final RecognitionModel recognition;
  private final Map<Place, Node> pages = new EnumMap<>(Place.class);

  Screens(Workspace.Session session, Desk desk, Navigator navigator) {
    this.gallery = session.gallery();
    this.desk = desk;
    this.navigator = navigator;
    pictures = new ObjectPictures(gallery.photos(), desk.background(), PICTURE_BYTES);
    following = new Following(gallery, desk.background(), Following.STEP).start();
    imports = new ImportsModel(session.imports(), desk.background(), desk.notices());
    acts = new Acts(gallery.people(), desk.background(), desk.notices());
    verbs = new PeopleVerbs(gallery.people(), acts, desk.background(), desk.notices());
    export = new ExportModel(gallery, desk.background(), desk.notices());
    recognition = new RecognitionModel(gallery.people(), desk.background(), desk.notices());
  }

  ImportsModel imports() {
    return imports;
  }

  Acts acts() {
    return acts;
  }

  RecognitionModel recognition() {
    return recognition;
  }

  Node page(Place place) {
    return pages.computeIfAbsent(place, this::make);
  }

  private Node make(Place place) {
    return switch (place) {
      case PHOTOS ->
          new EmptyState(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, text("place.photos"), "");
      case PEOPLE -> people();
      case IMPORTS -> new ImportsView(imports, pictures, desk.background());
      case SETTINGS -> settings();
    };
  }

  private Node people() {
    PeopleModel model = new PeopleModel(gallery.people(), desk.background(), verbs);
    PeopleView view = new PeopleView(model, pictures, navigator);
    following.whileShown(view, model::follow);
    return view;
  }

  private Node settings() {
    SettingsView view = new SettingsView(recognition, desk.theme());
    following.whileShown(
        view, _ -> desk.background().job(gallery::totals).then(view::show).start());
    return view;
  }

  /// A page of its own for each visit.
  Node person(PersonId person) {
    PersonModel model = new PersonModel(person, gallery, desk.background(), verbs);
    model.onGone(navigator::back);
    PersonView view = new PersonView(model, export, pictures, navigator, desk.choosers());
    following.whileShown(view, model::follow);
    return view;
  }

  @Override
  public void close() {
    following.close();
    imports.close();
    pictures.close();
  }
}
