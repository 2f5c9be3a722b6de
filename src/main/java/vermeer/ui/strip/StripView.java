package vermeer.ui.strip;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The strip of thumbnails on the left. */
public final class StripView extends VBox {
    private final StripViewModel model;
    private final ListView<StripItem> list = new ListView<>();
    private boolean following;

    public StripView(StripViewModel model) {
        this.model = model;
        getStyleClass().add("strip");
        list.setId("strip");
        list.setItems(model.items());
        list.setCellFactory(view -> new StripCell(model));
        list.setAccessibleText("Pictures");
        Label hint = new Label("Drop pictures or folders here.");
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        list.setPlaceholder(hint);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.selectedProperty().subscribe(this::follow);
        list.setOnKeyPressed(event -> {
            StripItem selected = list.getSelectionModel().getSelectedItem();
            if ((event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) && selected != null) {
                model.remove(selected);
                event.consume();
            }
        });
        getChildren().add(list);
    }

    private void chosen(StripItem item) {
        if (!following && item != null && item != model.selectedProperty().get()) {
            model.select(item);
        }
    }

    private void follow(StripItem item) {
        following = true;
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != item) {
            list.getSelectionModel().select(item);
            list.scrollTo(Math.max(0, model.items().indexOf(item) - 1));
        }
        following = false;
    }
}
