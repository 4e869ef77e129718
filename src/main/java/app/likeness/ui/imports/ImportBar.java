package app.likeness.ui.imports;

import static app.likeness.ui.Strings.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// How far the import is, at the foot of every page while there is one.
public final class ImportBar extends HBox {
  private final Label line = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button pause = new Button();
  private final FontIcon pauseSign = new FontIcon(MaterialDesignP.PAUSE);

  public ImportBar(ImportsModel model) {
    getStyleClass().add("import-bar");
    setAlignment(Pos.CENTER_LEFT);
    progress.getStyleClass().add("small");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setMinWidth(80);
    progress.setAccessibleText(text("imports.progress"));
    setHgrow(progress, Priority.ALWAYS);
    line.setMinWidth(USE_PREF_SIZE);
    pause.setGraphic(pauseSign);
    icon(pause, text("imports.pause"), model::pauseOrResume);
    Button cancel = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    icon(cancel, text("imports.cancel"), model::cancel);
    getChildren().addAll(line, progress, pause, cancel);
    model.batchProperty().subscribe(this::show);
  }

  private static void icon(Button button, String says, Runnable verb) {
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    button.setOnAction(_ -> verb.run());
  }

  private void show(Batch batch) {
    setVisible(batch.active());
    setManaged(batch.active());
    line.setText(batch.line());
    progress.setProgress(batch.share());
    Ikon sign = batch.paused() ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE;
    String says = batch.paused() ? text("imports.resume") : text("imports.pause");
    pauseSign.setIconCode(sign);
    pause.setAccessibleText(says);
    pause.getTooltip().setText(says);
  }
}
