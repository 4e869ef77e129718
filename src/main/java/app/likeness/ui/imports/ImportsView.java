package app.likeness.ui.imports;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportState;
import app.likeness.model.GalleryException;
import app.likeness.ui.Background;
import app.likeness.ui.controls.EmptyState;
import app.likeness.ui.controls.FilePreviews;
import app.likeness.ui.controls.GridItems;
import app.likeness.ui.controls.GridLayout;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.PageHeader;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Every dropped file and how far it has come.
public final class ImportsView extends BorderPane {
  /// Wider than any window, so that there is one column.
  private static final double WHOLE_ROW = 10_000;

  private final ImportsModel model;
  private final GridItems<Long, ImportItem> items;
  private final PictureGrid<Long, ImportItem> list;
  private final ToggleButton failedOnly = new ToggleButton(text("imports.failed-only"));
  private final Button pause = new Button();
  private final Button cancel = new Button(text("imports.cancel"));
  private final Button retry = new Button(text("imports.retry-failed"));
  private final Button clear = new Button(text("imports.clear-done"));
  private final Label unsupported = new Label(null, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
  private final Label trouble = new Label(null, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
  private final Label summary = new Label();
  private final StackPane body = new StackPane();
  private final PageHeader header =
      new PageHeader(text("place.imports"), failedOnly, retry, clear, pause, cancel);

  /// @param previews of files that are not in the gallery yet
  public ImportsView(
      ImportsModel model, Pictures pictures, FilePreviews previews, Background background) {
    this.model = model;
    getStyleClass().add("imports");
    items = new GridItems<>(new ImportSource(model.importer(), false), background);
    list =
        new PictureGrid<>(
            items,
            GridLayout.uniform(WHOLE_ROW, ImportCell.HEIGHT, 0),
            () -> new ImportCell(pictures, previews, model));
    list.getStyleClass().add("page-main");
    list.setAccessibleText(text("place.imports"));
    verbs();
    for (Label told : List.of(trouble, unsupported)) {
      told.getStyleClass().add("unsupported");
      told.setWrapText(true);
    }
    trouble.getStyleClass().add("trouble");
    summary.getStyleClass().add("summary");
    setTop(new VBox(header, summary, trouble, unsupported));
    setCenter(body);
    body.getChildren().add(list);
    model.countsProperty().subscribe(this::show);
    model.batchProperty().subscribe(() -> show(model.counts()));
    model.troubleProperty().subscribe(this::show);
    model.versionProperty().subscribe(() -> items.reload());
    items.versionProperty().subscribe(this::fill);
    items.reload();
  }

  private void verbs() {
    failedOnly.setOnAction(
        _ -> items.open(new ImportSource(model.importer(), failedOnly.isSelected())));
    pause.setOnAction(_ -> model.pauseOrResume());
    cancel.setOnAction(_ -> model.cancel());
    retry.setOnAction(_ -> model.retryFailed());
    clear.setOnAction(_ -> model.clearDone());
    for (Button each : List.of(pause, cancel, retry, clear)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    failedOnly.setMinWidth(USE_PREF_SIZE);
  }

  private void show(ImportCounts counts) {
    int failed = counts.of(ImportState.FAILED);
    boolean active = model.batch().active();
    boolean done = counts.total() > counts.open();
    summary.setText(active ? model.batch().line() : summary(counts));
    shown(summary, !summary.getText().isEmpty());
    pause.setText(text(model.batch().paused() ? "imports.resume" : "imports.pause"));
    shown(pause, active);
    shown(cancel, active);
    shown(retry, failed > 0);
    shown(failedOnly, failed > 0 || failedOnly.isSelected());
    shown(clear, done && !active);
    shown(unsupported, !counts.unsupported().isEmpty());
    unsupported.setText(unsupported(counts.unsupported()));
    fill();
  }

  private void show(@Nullable GalleryException standing) {
    shown(trouble, standing != null);
    trouble.setText(standing == null ? "" : Notices.sentence(standing));
  }

  private static void shown(Node node, boolean now) {
    node.setVisible(now);
    node.setManaged(now);
  }

  /// "42 photos added · 1 already in your gallery · 2 failed"
  static String summary(ImportCounts counts) {
    if (counts.total() == 0) {
      return "";
    }
    String all = text("imports.ready", counts.of(ImportState.READY));
    int already = counts.of(ImportState.ALREADY);
    if (already > 0) {
      all = text("imports.and", all, text("imports.already", already));
    }
    int failed = counts.of(ImportState.FAILED);
    return failed == 0 ? all : text("imports.and", all, text("imports.failed", failed));
  }

  /// "12 RAW files and 3 video files are not supported yet."
  static String unsupported(Map<String, Integer> kinds) {
    List<String> each = new ArrayList<>();
    new TreeMap<>(kinds).forEach((kind, n) -> each.add(text("imports.kind", n, kind)));
    if (each.isEmpty()) {
      return "";
    }
    String last = each.removeLast();
    String all = each.isEmpty() ? last : text("imports.kinds", String.join(", ", each), last);
    int files = kinds.values().stream().mapToInt(Integer::intValue).sum();
    return text("imports.unsupported", all, files);
  }

  private void fill() {
    // Nothing of an empty queue is ever read, so the items alone would never tell.
    boolean empty = model.counts().total() == 0 || (items.isReady() && items.size() == 0);
    if (empty) {
      body.getChildren().setAll(emptiness());
    } else if (!body.getChildren().contains(list)) {
      body.getChildren().setAll(list);
    }
  }

  private Node emptiness() {
    return failedOnly.isSelected()
        ? new EmptyState(
            MaterialDesignT.TRAY_ARROW_DOWN, text("imports.none-failed"), text("imports.none-failed.hint"))
        : new EmptyState(
            MaterialDesignT.TRAY_ARROW_DOWN, text("imports.none"), text("imports.none.hint"));
  }
}
