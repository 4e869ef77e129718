package app.likeness.ui.settings;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Workspace.Site.Kind;
import app.likeness.ui.SiteWords;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Chooses on what the gallery lies, tests that, and changes to it.
public final class BackendCard extends VBox {
  private static final double SPINNER = 20;

  private final BackendModel model;
  private final Label says = wrapped("");
  private final Map<Kind, GridPane> forms = new LinkedHashMap<>();
  private final Button test = new Button(text("backend.test"));
  private final Button create = new Button(text("backend.create"));
  private final Button change = new Button(text("backend.change"));
  private final VBox verdict = new VBox(6);

  public BackendCard(BackendModel model) {
    this.model = model;
    getStyleClass().addAll("settings-card", "backend");
    Label head = new Label(text("backend"));
    head.getStyleClass().add("card-title");
    says.getStyleClass().add("text-muted");
    forms.put(Kind.CLOUD, cloud());
    forms.put(Kind.REMOTE, remote());
    getChildren().addAll(head, kinds(), says);
    getChildren().addAll(forms.values());
    getChildren().addAll(buttons(), verdict);
    model.kindProperty().subscribe(this::show);
    model.verdictProperty().subscribe(this::show);
  }

  private HBox kinds() {
    ToggleGroup group = new ToggleGroup();
    HBox all = new HBox();
    for (Kind kind : Kind.values()) {
      ToggleButton button = new ToggleButton(SiteWords.of("backend.kind.", kind));
      button.setToggleGroup(group);
      model.kindProperty().subscribe(now -> button.setSelected(now == kind));
      button.setOnAction(
          _ -> {
            model.kindProperty().set(kind);
            button.setSelected(true);
          });
      button.disableProperty().bind(model.busyProperty());
      all.getChildren().add(button);
    }
    all.getChildren().getFirst().getStyleClass().add("left-pill");
    all.getChildren().get(1).getStyleClass().add("center-pill");
    all.getChildren().getLast().getStyleClass().add("right-pill");
    all.setMinWidth(USE_PREF_SIZE);
    return all;
  }

  private GridPane cloud() {
    BackendForm form = model.form();
    GridPane grid = grid();
    field(grid, "backend.region", form.region, new TextField(), text("backend.region.prompt"));
    field(grid, "backend.profile", form.profile, new TextField(), text("backend.profile.prompt"));
    field(grid, "backend.raw", form.rawBucket, new TextField(), "");
    field(grid, "backend.thumbs", form.thumbsBucket, new TextField(), text("backend.thumbs.prompt"));
    field(grid, "backend.endpoint", form.endpoint, new TextField(), text("backend.endpoint.prompt"));
    CheckBox rekognition = new CheckBox(text("backend.rekognition"));
    rekognition.selectedProperty().bindBidirectional(form.rekognition);
    rekognition.disableProperty().bind(model.busyProperty());
    rekognition.setWrapText(true);
    rekognition.setMinHeight(USE_PREF_SIZE);
    grid.add(rekognition, 0, grid.getRowCount(), 2, 1);
    return grid;
  }

  private GridPane remote() {
    GridPane grid = grid();
    field(grid, "backend.server", model.form().server, new TextField(), text("backend.server.prompt"));
    field(grid, "backend.token", model.form().token, new PasswordField(), text("backend.token.prompt"));
    return grid;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(16, 8);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, fields);
    return grid;
  }

  private void field(GridPane grid, String key, StringProperty value, TextField field, String prompt) {
    Label name = new Label(text(key));
    name.setLabelFor(field);
    field.setId(key.replace('.', '-'));
    field.setAccessibleText(name.getText());
    field.setPromptText(prompt);
    field.setMaxWidth(Double.MAX_VALUE);
    field.textProperty().bindBidirectional(value);
    field.disableProperty().bind(model.busyProperty());
    field.setOnAction(_ -> model.test());
    grid.addRow(grid.getRowCount(), name, field);
  }

  private FlowPane buttons() {
    test.setOnAction(_ -> model.test());
    create.setOnAction(_ -> model.create());
    change.setOnAction(_ -> model.change());
    change.getStyleClass().add("accent");
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(SPINNER, SPINNER);
    turning.visibleProperty().bind(model.busyProperty());
    turning.managedProperty().bind(turning.visibleProperty());
    FlowPane row = new FlowPane(12, 8, test, create, change, turning);
    row.setAlignment(Pos.CENTER_LEFT);
    for (Button each : new Button[] {test, create, change}) {
      each.disableProperty().bind(model.busyProperty());
      each.setMinWidth(USE_PREF_SIZE);
    }
    create.managedProperty().bind(create.visibleProperty());
    return row;
  }

  private void show(Kind kind) {
    says.setText(SiteWords.of("backend.says.", kind));
    forms.forEach(
        (each, form) -> {
          form.setVisible(each == kind);
          form.setManaged(each == kind);
        });
    create.setVisible(false);
  }

  private void show(BackendModel.@Nullable Verdict now) {
    verdict.getChildren().clear();
    create.setVisible(now != null && now.creatable());
    if (now != null) {
      for (String sentence : now.sentences()) {
        FontIcon sign =
            new FontIcon(
                now.good()
                    ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                    : MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        Label line = wrapped(sentence);
        line.setGraphic(sign);
        line.getStyleClass().addAll("verdict", now.good() ? "good" : "missing");
        verdict.getChildren().add(line);
      }
    }
    verdict.setManaged(now != null);
  }

  private static Label wrapped(String says) {
    Label label = new Label(says);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
