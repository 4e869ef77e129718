package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.PeopleQuery;
import app.likeness.ui.controls.PageHeader;
import app.likeness.ui.controls.SearchField;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// Title, search, order, and the switch to those who are hidden.
final class PeopleHeader extends VBox {
  PeopleHeader(PeopleModel model) {
    getChildren()
        .add(new PageHeader(text("place.people"), search(model), order(model), hidden(model)));
  }

  private static Node search(PeopleModel model) {
    SearchField field = new SearchField(text("people.search"));
    field.onSearch(model.searchProperty()::set);
    return field;
  }

  private static Node order(PeopleModel model) {
    ComboBox<PeopleQuery.Order> box = new ComboBox<>();
    box.getItems()
        .addAll(
            PeopleQuery.Order.NAMED,
            PeopleQuery.Order.COUNT,
            PeopleQuery.Order.NAME,
            PeopleQuery.Order.RECENT);
    box.setConverter(new Told());
    box.valueProperty().bindBidirectional(model.orderProperty());
    box.setAccessibleText(text("people.order"));
    box.setTooltip(new Tooltip(text("people.order")));
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private static Node hidden(PeopleModel model) {
    ToggleButton button = new ToggleButton(null, new FontIcon(MaterialDesignE.EYE_OFF_OUTLINE));
    button.getStyleClass().add("button-icon");
    button.selectedProperty().bindBidirectional(model.hiddenProperty());
    button.setAccessibleText(text("people.show-hidden"));
    button.setTooltip(new Tooltip(text("people.show-hidden")));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static final class Told extends StringConverter<PeopleQuery.Order> {
    @Override
    public String toString(PeopleQuery.@Nullable Order order) {
      return order == null
          ? ""
          : switch (order) {
            case NAMED -> text("people.order.named");
            case COUNT -> text("people.order.count");
            case NAME -> text("people.order.name");
            case RECENT -> text("people.order.recent");
          };
    }

    @Override
    public PeopleQuery.Order fromString(String text) {
      throw new UnsupportedOperationException("Orders are chosen, not typed");
    }
  }
}
