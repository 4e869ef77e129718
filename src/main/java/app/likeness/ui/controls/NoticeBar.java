package app.likeness.ui.controls;

import static app.likeness.ui.Strings.text;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Shows the current notice at the foot of the window, for a while or until it is dismissed.
public final class NoticeBar extends HBox {
  private static final Duration STAYS = Duration.seconds(10);

  private final Label message = new Label();
  private final Button action = new Button();
  private final PauseTransition leaving = new PauseTransition(STAYS);
  private final FontIcon sign = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);

  public NoticeBar(Notices notices) {
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    message.setMaxWidth(Double.MAX_VALUE);
    setHgrow(message, Priority.ALWAYS);
    action.getStyleClass().addAll("flat", "notice-action");
    action.setMinWidth(USE_PREF_SIZE);
    action.setOnAction(_ -> notices.act());
    Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().addAll("flat", "button-icon", "small");
    close.setAccessibleText(text("notice.dismiss"));
    close.setOnAction(_ -> notices.dismiss());
    getChildren().addAll(sign, message, action, close);
    leaving.setOnFinished(_ -> notices.dismiss());
    hoverProperty().subscribe(this::stay);
    focusWithinProperty().subscribe(this::stay);
    notices.currentProperty().subscribe(this::show);
  }

  private void show(@Nullable Notice notice) {
    setVisible(notice != null);
    if (notice == null) {
      leaving.stop();
      return;
    }
    message.setText(notice.text());
    setAccessibleText(notice.text());
    sign.setVisible(notice.error());
    sign.setManaged(notice.error());
    action.setText(notice.action());
    action.setVisible(notice.action() != null);
    action.setManaged(notice.action() != null);
    leaving.playFromStart();
    stay();
  }

  /// A notice that somebody points at or tabs into does not run away.
  private void stay() {
    if (isHover() || isFocusWithin()) {
      leaving.stop();
    } else if (isVisible()) {
      leaving.playFromStart();
    }
  }
}
