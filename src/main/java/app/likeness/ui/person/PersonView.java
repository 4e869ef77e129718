package app.likeness.ui.person;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.Choosers;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.GridLayout;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.photos.PhotoGrid;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A person's page: their photos, their faces, and what was decided about them.
public final class PersonView extends BorderPane {
  private static final double GAP = 8;

  private final PersonModel model;
  private final PersonHeader header;
  private final PictureGrid<FaceId, Face> faces;
  private final StackPane body = new StackPane();
  private final HBox tabs = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final Button reject = new Button();

  /// @param open shows the current photo of a grid over the whole window
  public PersonView(
      PersonModel model,
      ExportModel export,
      Pictures pictures,
      Navigator navigator,
      Choosers choosers,
      Consumer<PictureGrid<PhotoId, Photo>> open) {
    this.model = model;
    getStyleClass().add("person");
    header = new PersonHeader(model, pictures, navigator, new ExportTool(model, export, choosers));
    faces =
        new PictureGrid<>(
            model.faces(),
            GridLayout.uniform(FaceCell.SIDE, FaceCell.SIDE, GAP),
            () -> new FaceCell(pictures));
    PictureGrid<PhotoId, Photo> photos = PhotoGrid.of(model.photos(), pictures);
    photos.setAccessibleText(text("person.photos"));
    photos.onOpen(_ -> open.accept(photos));
    faces.setAccessibleText(text("person.faces"));
    faces.addEventHandler(KeyEvent.KEY_PRESSED, this::faceKey);
    faces.selection().keys().subscribe(this::selected);
    photos.getStyleClass().add("page-main");
    faces.getStyleClass().add("page-main");
    reject.setOnAction(_ -> reject());
    fillTabs(photos);
    setTop(new VBox(header, tabs));
    setCenter(body);
    header.onRenamed(this::focusBody);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    group.selectToggle(group.getToggles().getFirst());
  }

  private void fillTabs(Node photos) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    tabs.getStyleClass().add("tabs");
    tabs.getChildren()
        .addAll(
            tab("person.photos", photos, "left-pill"),
            tab("person.faces", faces, "center-pill"),
            tab("person.history", new HistoryPane(model), "right-pill"),
            gap,
            reject);
  }

  private ToggleButton tab(String key, Node content, String pill) {
    ToggleButton tab = new ToggleButton(text(key));
    tab.getStyleClass().add(pill);
    tab.setToggleGroup(group);
    tab.setOnAction(_ -> tab.setSelected(true));
    tab.selectedProperty()
        .subscribe(
            now -> {
              if (now) {
                body.getChildren().setAll(content);
                selected();
              }
            });
    return tab;
  }

  private void selected() {
    Set<FaceId> chosen = faces.selection().keys();
    boolean can = body.getChildren().equals(List.of(faces)) && !chosen.isEmpty();
    reject.setVisible(can);
    reject.setText(text("person.reject", chosen.size()));
  }

  private void focusBody() {
    body.getChildren().getFirst().requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F2) {
      event.consume();
      header.rename();
    }
  }

  private void faceKey(KeyEvent event) {
    if (event.getCode() == KeyCode.N && !event.isShortcutDown()) {
      event.consume();
      reject();
    }
  }

  private void reject() {
    Set<FaceId> chosen = Set.copyOf(faces.selection().chosen());
    faces.selection().clear();
    model.reject(chosen);
  }
}
