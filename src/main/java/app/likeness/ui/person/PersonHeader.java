package app.likeness.ui.person;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Person;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.EditableName;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import java.time.LocalDateTime;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Who this is, and what can be done with all of them.
final class PersonHeader extends HBox {
  private static final double FACE = 72;

  private final RemoteImage cover;
  private final EditableName name;
  private final Label facts = new Label();
  private final Button hide = new Button();

  PersonHeader(PersonModel model, Pictures pictures, Navigator navigator, Node... tools) {
    getStyleClass().add("person-header");
    setAlignment(Pos.CENTER_LEFT);
    Button back = new Button(null, new FontIcon(MaterialDesignA.ARROW_LEFT));
    back.getStyleClass().addAll("flat", "button-icon");
    back.setAccessibleText(text("person.back"));
    back.setTooltip(new Tooltip(text("person.back")));
    back.setOnAction(_ -> navigator.back());
    cover = new RemoteImage(pictures, 0, FACE);
    cover.setMinSize(FACE, FACE);
    cover.setMaxSize(FACE, FACE);
    name = new EditableName(Pos.CENTER_LEFT, model::rename);
    name.getStyleClass().add("page-title");
    facts.getStyleClass().add("page-subtitle");
    VBox words = new VBox(2, name, facts);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    setHgrow(words, Priority.ALWAYS);
    hide.setMinWidth(USE_PREF_SIZE);
    hide.setOnAction(_ -> model.hide());
    getChildren().addAll(back, cover, words);
    getChildren().addAll(tools);
    getChildren().add(hide);
    model.personProperty().subscribe(this::show);
  }

  void rename() {
    name.edit();
  }

  void onRenamed(Runnable next) {
    name.onEnded(next);
  }

  private void show(@Nullable Person now) {
    if (now != null) {
      cover.key(now.repThumbKey());
      name.show(now.name());
      facts.setText(facts(now));
      hide.setText(text(now.hidden() ? "people.unhide" : "people.hide"));
    }
  }

  static String facts(Person person) {
    String count = text("people.count", person.photoCount());
    return years(person.first(), person.last()).isEmpty()
        ? count
        : text("imports.and", count, years(person.first(), person.last()));
  }

  private static String years(@Nullable LocalDateTime first, @Nullable LocalDateTime last) {
    if (first == null || last == null) {
      return "";
    }
    String from = String.valueOf(first.getYear());
    return first.getYear() == last.getYear()
        ? from
        : text("person.years", from, String.valueOf(last.getYear()));
  }
}
