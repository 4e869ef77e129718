package app.likeness.ui.settings;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.Totals;
import app.likeness.gallery.People;
import app.likeness.gallery.Workspace.Site;
import app.likeness.ui.SiteWords;
import app.likeness.ui.controls.PageHeader;
import app.likeness.ui.controls.Sizes;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Looks, faces, and what is in the gallery.
public final class SettingsView extends BorderPane {
  private final RecognitionModel recognition;
  private final Site site;
  private final Label totals = new Label();

  /// @param theme the wished colours, `null` to follow the system
  /// @param backend changes on what the gallery lies, where a user may
  public SettingsView(
      RecognitionModel recognition,
      ObjectProperty<@Nullable ColorScheme> theme,
      Site site,
      Optional<BackendModel> backend) {
    this.recognition = recognition;
    this.site = site;
    getStyleClass().add("settings");
    setTop(new PageHeader(text("place.settings")));
    VBox cards =
        new VBox(
            card(text("settings.look"), row(text("settings.theme"), themes(theme))),
            card(text("settings.faces"), faces(), rescan()),
            card(
                text("settings.gallery"), row(SiteWords.of("settings.where.", site), totals)));
    backend.ifPresent(model -> cards.getChildren().add(new BackendCard(model)));
    setCenter(scrolling(cards));
  }

  /// Only the choice of the back end, for when no gallery is open.
  public static BorderPane alone(BackendModel backend, Runnable back) {
    BorderPane page = new BorderPane();
    page.getStyleClass().add("settings");
    Button away = new Button(text("backend.back"));
    away.setOnAction(_ -> back.run());
    page.setTop(new PageHeader(text("place.settings"), away));
    page.setCenter(scrolling(new VBox(new BackendCard(backend))));
    return page;
  }

  private static ScrollPane scrolling(VBox cards) {
    cards.getStyleClass().add("cards");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  public void show(Totals now) {
    totals.setText(
        text("settings.totals", now.photos(), now.faces(), now.persons(), Sizes.text(now.bytes())));
  }

  private static VBox card(String title, Node... rows) {
    Label head = new Label(title);
    head.getStyleClass().add("card-title");
    VBox card = new VBox(head);
    card.getStyleClass().add("settings-card");
    card.getChildren().addAll(rows);
    return card;
  }

  private static HBox row(String says, Node control) {
    Label label = wrapped(says);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox row = new HBox(16, label, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label wrapped(String says) {
    Label label = new Label(says);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static HBox themes(ObjectProperty<@Nullable ColorScheme> theme) {
    ToggleGroup group = new ToggleGroup();
    HBox all =
        new HBox(
            theme(text("settings.theme.system"), null, theme, group),
            theme(text("settings.theme.light"), ColorScheme.LIGHT, theme, group),
            theme(text("settings.theme.dark"), ColorScheme.DARK, theme, group));
    all.getChildren().getFirst().getStyleClass().add("left-pill");
    all.getChildren().get(1).getStyleClass().add("center-pill");
    all.getChildren().getLast().getStyleClass().addAll("right-pill", "page-main");
    all.setMinWidth(USE_PREF_SIZE);
    return all;
  }

  private static ToggleButton theme(
      String says,
      @Nullable ColorScheme scheme,
      ObjectProperty<@Nullable ColorScheme> theme,
      ToggleGroup group) {
    ToggleButton button = new ToggleButton(says);
    button.setToggleGroup(group);
    theme.subscribe(now -> button.setSelected(now == scheme));
    button.setOnAction(
        _ -> {
          theme.set(scheme);
          button.setSelected(true);
        });
    return button;
  }

  private Node faces() {
    Label says = wrapped(SiteWords.of("first-run.faces.", site));
    says.getStyleClass().add("text-muted");
    return new VBox(8, new RecognitionSwitch(recognition), says);
  }

  private Node rescan() {
    Button start = new Button(text("rescan"));
    start.setMinWidth(USE_PREF_SIZE);
    start.setOnAction(_ -> recognition.rescan());
    start.disableProperty().bind(recognition.onProperty().not());
    Button stop = new Button(text("rescan.stop"));
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(_ -> recognition.stop());
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("small");
    HBox running = new HBox(12, bar, stop);
    running.setAlignment(Pos.CENTER_LEFT);
    running.setMinWidth(USE_PREF_SIZE);
    HBox row = row(text("rescan.says"), start);
    recognition.progressProperty().subscribe(now -> show(now, row, start, running, bar));
    return row;
  }

  private static void show(
      People.@Nullable Progress now, HBox row, Button start, HBox running, ProgressBar bar) {
    row.getChildren().set(1, now == null ? start : running);
    if (now != null) {
      bar.setProgress(now.total() == 0 ? -1 : (double) now.done() / now.total());
    }
  }
}
