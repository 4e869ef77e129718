package app.likeness.ui.photos;

import static app.likeness.ui.Strings.text;

import app.likeness.model.PhotoId;
import app.likeness.ui.controls.GridSelection;
import app.likeness.ui.controls.PageHeader;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The head of the timeline: how many photos, what can be done with the selected, and the zoom.
final class PhotosHeader extends BorderPane {
  /// The slider's width where there is little room.
  private static final double LEAST = 48;

  private final PhotosModel model;
  private final GridSelection<PhotoId> selection;
  private final HBox verbs = new HBox();
  private final PageHeader header;

  PhotosHeader(PhotosModel model, GridSelection<PhotoId> selection, Runnable delete) {
    this.model = model;
    this.selection = selection;
    verbs.getStyleClass().add("verbs");
    verbs.setAlignment(Pos.CENTER_RIGHT);
    Button save = button("photos.save", MaterialDesignT.TRAY_ARROW_DOWN);
    save.setOnAction(_ -> model.save(selection.keys()));
    Button remove = button("photos.delete", MaterialDesignD.DELETE_OUTLINE);
    remove.setOnAction(_ -> delete.run());
    Button clear = button("photos.unselect", MaterialDesignC.CLOSE);
    clear.setOnAction(_ -> selection.clear());
    verbs.getChildren().addAll(save, remove, clear);
    header = new PageHeader(text("place.photos"), verbs, zoom());
    setCenter(header);
    selection.keys().subscribe(() -> count());
    model.items().sizeProperty().subscribe(_ -> count());
  }

  private static Button button(String key, Ikon sign) {
    Button button = new Button(null, new FontIcon(sign));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(text(key));
    button.setTooltip(new Tooltip(text(key)));
    return button;
  }

  private Node zoom() {
    Slider slider = new Slider(0, PhotosModel.most(), model.zoomProperty().get());
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(text("photos.zoom"));
    slider.setTooltip(new Tooltip(text("photos.zoom.hint")));
    slider.getStyleClass().addAll("small", "zoom");
    slider.setMinWidth(LEAST);
    slider
        .valueProperty()
        .subscribe(at -> model.zoomProperty().set((int) Math.rint(at.doubleValue())));
    model.zoomProperty().subscribe(at -> slider.setValue(at.intValue()));
    HBox zoom =
        new HBox(
            new FontIcon(MaterialDesignM.MAGNIFY_MINUS_OUTLINE),
            slider,
            new FontIcon(MaterialDesignM.MAGNIFY_PLUS_OUTLINE));
    zoom.getStyleClass().add("zoom-box");
    zoom.setAlignment(Pos.CENTER_RIGHT);
    return zoom;
  }

  private void count() {
    int chosen = selection.keys().size();
    int all = model.items().size();
    verbs.setVisible(chosen > 0);
    verbs.setManaged(chosen > 0);
    String none = all == 0 ? "" : text("photos.number", all);
    header.subtitle(chosen > 0 ? text("photos.selected", chosen) : none);
  }
}
