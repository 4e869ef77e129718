package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Workspace.Site;
import app.likeness.ui.SiteWords;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Lies over everything while files are dragged over the window, and says what would happen.
final class DropLayer extends StackPane {
  private final DropModel model;
  private final Site site;
  private final Label what = new Label();
  private final Label where = new Label();

  DropLayer(DropModel model, Site site) {
    this.model = model;
    this.site = site;
    getStyleClass().add("drop-layer");
    setMouseTransparent(true);
    what.getStyleClass().add("title");
    where.getStyleClass().add("hint");
    where.setWrapText(true);
    VBox card = new VBox(new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN), what, where);
    card.getStyleClass().add("card");
    card.setAlignment(Pos.CENTER);
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(card);
    model.dropProperty().subscribe(this::show);
  }

  /// Takes files that are dragged over any part of a node.
  void watch(Node whole) {
    whole.addEventFilter(DragEvent.DRAG_OVER, this::over);
    whole.addEventHandler(DragEvent.DRAG_EXITED, _ -> model.left());
    whole.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private static boolean files(DragEvent event) {
    return event.getGestureSource() == null && event.getDragboard().hasFiles();
  }

  private void over(DragEvent event) {
    if (files(event)) {
      event.acceptTransferModes(TransferMode.COPY);
      model.over(paths(event));
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (files(event)) {
      model.add(paths(event));
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }

  private void show(DropModel.@Nullable Drop drop) {
    setVisible(drop != null);
    if (drop == null) {
      return;
    }
    what.setText(says(drop));
    where.setText(drop.taken() ? text("drop.noting") : SiteWords.of("drop.where.", site));
  }

  private static String says(DropModel.Drop drop) {
    int files = drop.files();
    int folders = drop.folders();
    if (folders < 0) {
      return text("drop.items", drop.items().size());
    }
    if (folders == 0) {
      return text("drop.files", files);
    }
    return files == 0 ? text("drop.folders", folders) : text("drop.both", files, folders);
  }
}
