package app.likeness.ui.people;

import app.likeness.model.PersonId;
import app.likeness.ui.controls.GridSelection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

/// Dropping persons on another makes them one.
final class MergeByDrag {
  private static final String FORMAT = "application/x-likeness-persons";
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private final PeopleVerbs verbs;
  private final GridSelection<PersonId> selection;
  private final DataFormat format;

  MergeByDrag(PeopleVerbs verbs, GridSelection<PersonId> selection) {
    this.verbs = verbs;
    this.selection = selection;
    DataFormat known = DataFormat.lookupMimeType(FORMAT);
    format = known == null ? new DataFormat(FORMAT) : known;
  }

  void install(PersonCell cell) {
    cell.addEventHandler(MouseEvent.DRAG_DETECTED, event -> begin(cell, event));
    cell.addEventHandler(DragEvent.DRAG_OVER, event -> over(cell, event));
    cell.addEventHandler(DragEvent.DRAG_EXITED, _ -> cell.pseudoClassStateChanged(TARGET, false));
    cell.addEventHandler(DragEvent.DRAG_DROPPED, event -> drop(cell, event));
  }

  private void begin(PersonCell cell, MouseEvent event) {
    if (cell.item() == null) {
      return;
    }
    PersonId own = cell.item().id();
    Set<PersonId> dragged = selection.contains(own) ? selection.keys() : Set.of(own);
    ClipboardContent content = new ClipboardContent();
    content.put(format, String.join(" ", dragged.stream().map(PersonId::value).toList()));
    Dragboard board = cell.startDragAndDrop(TransferMode.LINK);
    board.setContent(content);
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    board.setDragView(cell.face().snapshot(clear, null));
    event.consume();
  }

  private List<PersonId> dragged(DragEvent event) {
    return event.getDragboard().getContent(format) instanceof String ids
        ? Arrays.stream(ids.split(" ")).map(PersonId::new).toList()
        : List.of();
  }

  private void over(PersonCell cell, DragEvent event) {
    List<PersonId> dragged = dragged(event);
    if (cell.item() != null && !dragged.isEmpty() && !dragged.contains(cell.item().id())) {
      event.acceptTransferModes(TransferMode.LINK);
      cell.pseudoClassStateChanged(TARGET, true);
      event.consume();
    }
  }

  private void drop(PersonCell cell, DragEvent event) {
    if (cell.item() != null) {
      verbs.merge(dragged(event), cell.item().id());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
