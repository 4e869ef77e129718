package app.likeness.ui.photos;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.controls.GridSource;
import app.likeness.ui.controls.PictureGrid;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The years along the right edge of the timeline; pressing or dragging goes there.
final class DateScrubber extends Region {
  static final double WIDTH = 64;

  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final double APART = 22;
  private static final double EDGE = 12;
  private static final double INSET = 6;
  private static final double MARK = 18;

  private final PictureGrid<PhotoId, Photo> grid;
  private final List<Label> years = new ArrayList<>();
  private final Region here = new Region();
  private final Label bubble = new Label();
  private boolean dragged;

  DateScrubber(PictureGrid<PhotoId, Photo> grid) {
    this.grid = grid;
    getStyleClass().add("date-scrubber");
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(text("photos.scrubber"));
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    here.getStyleClass().add("here");
    bubble.getStyleClass().add("bubble");
    bubble.setVisible(false);
    bubble.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    here.setMouseTransparent(true);
    bubble.setMouseTransparent(true);
    getChildren().addAll(here, bubble);
    grid.offsetProperty().subscribe(_ -> later());
    grid.mostOffsetProperty().subscribe(_ -> later());
    grid.items().versionProperty().subscribe(_ -> later());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragging(false));
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> bubble.setVisible(dragged));
  }

  /// The grid tells of changes while it is being laid out, when nothing else may ask for layout.
  private void later() {
    Platform.runLater(this::requestLayout);
  }

  private void drag(MouseEvent event) {
    dragging(true);
    grid.scrollTo(grid.mostOffsetProperty().get() * share(event.getY()));
    point(event);
    event.consume();
  }

  private void dragging(boolean now) {
    dragged = now;
    pseudoClassStateChanged(ACTIVE, now);
    bubble.setVisible(now);
  }

  /// Shows the month that pressing here would lead to.
  private void point(MouseEvent event) {
    List<GridSource.Section> sections = grid.items().sections();
    if (!sections.isEmpty()) {
      double offset = grid.mostOffsetProperty().get() * share(event.getY());
      bubble.setText(sections.get(sectionAt(offset, sections.size())).title());
      bubble.setVisible(true);
      bubble.autosize();
      double y = Math.clamp(event.getY(), EDGE, Math.max(EDGE, getHeight() - EDGE));
      bubble.relocate(
          getWidth() - bubble.getWidth() - WIDTH / 2, Math.rint(y - bubble.getHeight() / 2));
    }
  }

  private int sectionAt(double offset, int sections) {
    int low = 0;
    int high = sections - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (grid.sectionOffset(mid) <= offset) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  private double share(double y) {
    return Math.clamp((y - EDGE) / Math.max(1, getHeight() - 2 * EDGE), 0, 1);
  }

  private double y(double offset) {
    double share = Math.min(1, offset / Math.max(1, grid.mostOffsetProperty().get()));
    return EDGE + share * (getHeight() - 2 * EDGE);
  }

  @Override
  protected void layoutChildren() {
    boolean scrolls = grid.mostOffsetProperty().get() > 0;
    int used = scrolls ? layoutYears() : 0;
    for (int i = used; i < years.size(); i++) {
      years.get(i).setVisible(false);
    }
    here.setVisible(scrolls);
    double width = here.prefWidth(-1);
    double height = here.prefHeight(-1);
    double y = Math.rint(y(grid.offsetProperty().get()) - height / 2);
    here.resizeRelocate(getWidth() - width - INSET, y, width, height);
  }

  /// Newest on top; a year that would come too close to the one above it is left out.
  private int layoutYears() {
    int used = 0;
    int before = Integer.MAX_VALUE;
    double last = Double.NEGATIVE_INFINITY;
    List<GridSource.Section> sections = grid.items().sections();
    for (int s = 0; s < Math.min(sections.size(), grid.laidOut()); s++) {
      int year = PhotosSource.month(sections.get(s)).getYear();
      double y = y(grid.sectionOffset(s));
      if (year != before && y - last >= APART) {
        place(used++, year, y);
        last = y;
      }
      before = year;
    }
    return used;
  }

  private void place(int number, int year, double y) {
    if (number == years.size()) {
      Label label = new Label();
      label.getStyleClass().add("year");
      label.setMouseTransparent(true);
      years.add(label);
      getChildren().addFirst(label);
    }
    Label label = years.get(number);
    label.setText(Integer.toString(year));
    label.setVisible(true);
    label.autosize();
    label.relocate(
        getWidth() - label.getWidth() - MARK - INSET, Math.rint(y - label.getHeight() / 2));
  }
}
