package app.likeness.ui.shell;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.Following;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.FilePreviews;
import app.likeness.ui.controls.Notice;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.ObjectPictures;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.imports.ImportsModel;
import app.likeness.ui.imports.ImportsView;
import app.likeness.ui.people.Acts;
import app.likeness.ui.people.PeopleModel;
import app.likeness.ui.people.PeopleVerbs;
import app.likeness.ui.people.PeopleView;
import app.likeness.ui.person.ExportModel;
import app.likeness.ui.person.PersonModel;
import app.likeness.ui.person.PersonView;
import app.likeness.ui.photos.PhotoVerbs;
import app.likeness.ui.photos.PhotosModel;
import app.likeness.ui.photos.PhotosView;
import app.likeness.ui.settings.RecognitionModel;
import app.likeness.ui.settings.SettingsView;
import app.likeness.ui.viewer.Viewer;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The models and pages of one open gallery, each made once, when it is first shown.
final class Screens implements AutoCloseable {
  /// Decoded thumbnails kept: some hundreds, whatever the gallery's size.
  private static final long PICTURE_BYTES = 128L << 20;

  private final Gallery gallery;
  private final Whereabouts where;
  private final Desk desk;
  private final Navigator navigator;
  private final Runnable add;
  private final ObjectPictures pictures;
  private final FilePreviews previews;
  private final Following following;
  private final ImportsModel imports;
  private final Acts acts;
  private final PeopleVerbs verbs;
  private final ExportModel export;
  private final PhotoVerbs photoVerbs;
  private final Viewer viewer;
  private final RecognitionModel recognition;
  private @Nullable Notice told;
  private final Map<Place, Node> pages = new EnumMap<>(Place.class);

  /// @param where the gallery lies, and what changes that
  /// @param add lets the user choose photos to add
  Screens(
      Workspace.Session session, Whereabouts where, Desk desk, Navigator navigator, Runnable add) {
    this.where = where;
    this.gallery = session.gallery();
    this.desk = desk;
    this.navigator = navigator;
    this.add = add;
    pictures = new ObjectPictures(gallery.photos(), desk.background(), PICTURE_BYTES);
    previews = new FilePreviews(session.reader(), desk.background());
    following = new Following(gallery, desk.background(), where.step()).start();
    imports = new ImportsModel(session.imports(), desk.background(), desk.notices());
    acts = new Acts(gallery.people(), desk.background(), desk.notices());
    verbs = new PeopleVerbs(gallery.people(), acts, desk.background(), desk.notices());
    export = new ExportModel(gallery, desk.background(), desk.notices());
    photoVerbs =
        new PhotoVerbs(gallery.photos(), desk.background(), desk.notices(), desk.choosers());
    viewer =
        new Viewer(
            gallery, pictures, session.reader(), desk.background(), photoVerbs, navigator);
    recognition = new RecognitionModel(gallery.people(), desk.background(), desk.notices());
    following.outageProperty().subscribe(this::tell);
  }

  /// One notice for as long as it lasts.
  private void tell(@Nullable GalleryException outage) {
    if (outage != null) {
      told = desk.notices().trouble(Notices.sentence(outage));
    } else if (told != null) {
      desk.notices().over(told);
      told = null;
    }
  }

  Following following() {
    return following;
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
      case PHOTOS -> photos();
      case PEOPLE -> people();
      case IMPORTS -> new ImportsView(imports, pictures, previews, desk.background());
      case SETTINGS -> settings();
    };
  }

  private Node photos() {
    PhotosModel model = new PhotosModel(gallery.photos(), desk.background(), photoVerbs);
    PhotosView view = new PhotosView(model, pictures, this::open, add);
    following.whileShown(view, model::follow);
    return view;
  }

  private void open(PictureGrid<PhotoId, Photo> grid) {
    viewer.open(grid, photo -> photo);
  }

  private Node people() {
    PeopleModel model = new PeopleModel(gallery.people(), desk.background(), verbs);
    PeopleView view = new PeopleView(model, pictures, navigator);
    following.whileShown(view, model::follow);
    return view;
  }

  private Node settings() {
    SettingsView view = new SettingsView(recognition, desk.theme(), where.site(), where.backend());
    following.whileShown(
        view, _ -> desk.background().job(gallery::totals).then(view::show).start());
    return view;
  }

  /// A page of its own for each visit.
  Node person(PersonId person) {
    PersonModel model = new PersonModel(person, gallery, desk.background(), verbs);
    model.onGone(navigator::back);
    PersonView view =
        new PersonView(model, export, pictures, navigator, desk.choosers(), this::open);
    following.whileShown(view, model::follow);
    return view;
  }

  @Override
  public void close() {
    following.close();
    imports.close();
    previews.close();
    pictures.close();
  }
}
