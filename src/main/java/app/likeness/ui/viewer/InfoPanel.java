package app.likeness.ui.viewer;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import app.likeness.ui.controls.Sizes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// What is known of a photo: file, date, camera, size, people.
final class InfoPanel extends ScrollPane {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
  private static final double FACE = 40;
  private static final double MILLION = 1e6;

  private final Pictures pictures;
  private final Consumer<Person> open;
  private final VBox facts = new VBox();
  private final VBox people = new VBox();

  InfoPanel(Pictures pictures, Consumer<Person> open) {
    this.pictures = pictures;
    this.open = open;
    getStyleClass().addAll("info-panel", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    facts.getStyleClass().add("facts");
    people.getStyleClass().add("people");
    Label head = new Label(text("viewer.info"));
    head.getStyleClass().add("title");
    VBox all = new VBox(head, facts, people);
    all.getStyleClass().add("info");
    setContent(all);
  }

  void show(@Nullable Photo photo) {
    List<Node> rows = new ArrayList<>();
    if (photo != null) {
      rows.add(row(MaterialDesignC.CALENDAR, date(photo), time(photo)));
      rows.add(row(MaterialDesignI.IMAGE_OUTLINE, photo.original().fileName(), size(photo)));
      String camera = photo.capture().camera();
      if (camera != null) {
        rows.add(row(MaterialDesignC.CAMERA_OUTLINE, camera, ""));
      }
      String reason = photo.reason();
      if (reason != null) {
        rows.add(row(MaterialDesignA.ALERT_OUTLINE, reason, ""));
      }
    }
    facts.getChildren().setAll(rows);
  }

  private static String date(Photo photo) {
    return DATE.format(photo.sortedAt());
  }

  private static String time(Photo photo) {
    LocalDateTime taken = photo.capture().takenAt();
    if (taken == null) {
      return text("viewer.file-date");
    }
    String time = TIME.format(taken);
    return photo.capture().zone() == null ? time : time + " UTC" + photo.capture().zone();
  }

  private static String size(Photo photo) {
    double millions = (double) photo.width() * photo.height() / MILLION;
    return text(
        "viewer.size",
        Integer.toString(photo.width()),
        Integer.toString(photo.height()),
        millions,
        Sizes.text(photo.original().bytes()),
        photo.original().type().name());
  }

  private static Node row(Ikon sign, String head, String rest) {
    Label first = new Label(head);
    first.setWrapText(true);
    Label second = new Label(rest);
    second.getStyleClass().add("text-muted");
    second.setWrapText(true);
    second.setManaged(!rest.isEmpty());
    FontIcon icon = new FontIcon(sign);
    Label row = new Label(null, icon);
    row.getStyleClass().add("sign");
    HBox box = new HBox(row, new VBox(first, second));
    box.getStyleClass().add("fact");
    return box;
  }

  void show(List<SeenFace> faces) {
    List<Node> rows = new ArrayList<>();
    Set<PersonId> told = new HashSet<>();
    for (SeenFace face : faces) {
      Person person = face.person();
      if (person != null && told.add(person.id())) {
        rows.add(person(face, person));
      }
    }
    if (!rows.isEmpty()) {
      Label head = new Label(text("viewer.people"));
      head.getStyleClass().add("title");
      rows.addFirst(head);
    }
    people.getChildren().setAll(rows);
  }

  private Node person(SeenFace face, Person person) {
    RemoteImage crop = new RemoteImage(pictures, 0, FACE);
    crop.setMinSize(FACE, FACE);
    crop.setPrefSize(FACE, FACE);
    crop.setMaxSize(FACE, FACE);
    crop.key(face.face().thumbKey());
    Button button = new Button(face.name().isEmpty() ? text("viewer.unnamed") : face.name(), crop);
    button.getStyleClass().addAll("flat", "person");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> open.accept(person));
    return button;
  }
}
