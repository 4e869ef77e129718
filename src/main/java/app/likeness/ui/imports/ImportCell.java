package app.likeness.ui.imports;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.storage.ObjectKeys;
import app.likeness.ui.controls.FilePreviews;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// A file on its way: its picture, its name, how far it is, and what can be done if it failed.
final class ImportCell extends GridCell<ImportItem> {
  static final double HEIGHT = 60;

  private static final double PICTURE = 44;

  private final FilePreviews previews;
  private final RemoteImage picture;
  private final Label name = new Label();
  private final FontIcon sign = new FontIcon(MaterialDesignC.CLOCK_OUTLINE);
  private final Label state = new Label(null, sign);
  private final ProgressBar progress = new ProgressBar();
  private final Button retry = new Button(text("imports.retry"));
  private final HBox content;
  private final Tooltip path = new Tooltip();
  private Pictures.@Nullable Wish preview;
  private long shown = -1;

  ImportCell(Pictures pictures, FilePreviews previews, ImportsModel model) {
    this.previews = previews;
    getStyleClass().add("import-cell");
    picture = new RemoteImage(pictures, 0, 8);
    picture.setMinSize(PICTURE, PICTURE);
    picture.setMaxSize(PICTURE, PICTURE);
    name.getStyleClass().add("name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setTooltip(path);
    state.getStyleClass().add("state");
    VBox words = new VBox(2, name, state);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    progress.getStyleClass().add("small");
    progress.setPrefWidth(120);
    retry.setMinWidth(USE_PREF_SIZE);
    retry.setOnAction(_ -> retry(model));
    content = new HBox(12, picture, words, progress, retry);
    content.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(content);
  }

  private void retry(ImportsModel model) {
    ImportItem item = item();
    if (item != null) {
      model.retry(item.row().id());
    }
  }

  @Override
  protected void update(@Nullable ImportItem next) {
    content.setVisible(next != null);
    if (next == null) {
      clear(-1);
      return;
    }
    ImportRow row = next.row();
    picture(row);
    name.setText(fileName(row));
    path.setText(row.file().toString());
    state.setText(told(row));
    sign.setIconCode(sign(row.state()));
    state.getStyleClass().setAll("label", "state", row.state().name().toLowerCase(Locale.ROOT));
    shown(progress, row.state() == ImportState.UPLOADING);
    progress.setProgress(next.sent());
    shown(retry, row.state() == ImportState.FAILED || row.state() == ImportState.CANCELLED);
    retry.setAccessibleText(text("imports.retry.file", fileName(row)));
  }

  /// The camera's preview from the moment that the file is read, our own thumbnail when there is one.
  private void picture(ImportRow row) {
    if (row.id() != shown || row.state() == ImportState.WAITING) {
      clear(row.id());
    }
    boolean here = row.state() == ImportState.READY || row.state() == ImportState.ALREADY;
    if (here && row.photo() != null) {
      cancelPreview();
      picture.sharper(ObjectKeys.thumb(row.photo(), 256));
    } else if (row.state() != ImportState.WAITING && preview == null) {
      preview = previews.load(row.file(), picture::preview);
    }
  }

  private void clear(long next) {
    cancelPreview();
    preview = null;
    picture.key(null);
    shown = next;
  }

  private void cancelPreview() {
    if (preview != null) {
      preview.cancel();
    }
  }

  private static void shown(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  private static String fileName(ImportRow row) {
    var last = row.file().getFileName();
    return last == null ? row.file().toString() : last.toString();
  }

  static String told(ImportRow row) {
    String said =
        switch (row.state()) {
          case WAITING -> text("imports.state.waiting");
          case UPLOADING -> text("imports.state.uploading");
          case FINDING_FACES -> text("imports.state.finding");
          case READY -> text("imports.state.ready", row.faces());
          case ALREADY -> text("imports.state.already");
          case FAILED -> text("imports.state.failed");
          case CANCELLED -> text("imports.state.cancelled");
        };
    return row.reason() == null ? said : text("imports.and", said, row.reason());
  }

  private static Ikon sign(ImportState state) {
    return switch (state) {
      case WAITING -> MaterialDesignC.CLOCK_OUTLINE;
      case UPLOADING -> MaterialDesignT.TRAY_ARROW_DOWN;
      case FINDING_FACES -> MaterialDesignF.FACE_RECOGNITION;
      case READY -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case ALREADY -> MaterialDesignC.CHECK_ALL;
      case FAILED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
      case CANCELLED -> MaterialDesignC.CANCEL;
    };
  }

  @Override
  protected String spoken(ImportItem shown) {
    return text("imports.and", fileName(shown.row()), told(shown.row()));
  }
}
