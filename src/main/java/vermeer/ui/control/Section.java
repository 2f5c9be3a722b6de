package vermeer.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A part of a side panel under a heading. */
public final class Section extends VBox {

    /** @param aside shown at the right end of the heading; may be none */
    public Section(String title, Node content, Node... aside) {
        getStyleClass().add("section");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(6, heading, space);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(aside);
        getChildren().addAll(line, content);
    }
}
