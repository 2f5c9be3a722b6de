package vermeer.ui.control;

import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A picture with its title above it, as large as there is room. */
public final class PictureFigure extends VBox {

    /** @param smallest the least width and height of the picture's room */
    public PictureFigure(String title, Image image, double smallest) {
        super(3);
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setManaged(false);
        Pane room = new Pane(view);
        room.setMinSize(smallest, smallest);
        room.widthProperty().subscribe(width -> view.setFitWidth(width.doubleValue()));
        room.heightProperty().subscribe(height -> view.setFitHeight(height.doubleValue()));
        VBox.setVgrow(room, Priority.ALWAYS);
        Label label = new Label(title);
        label.getStyleClass().add("quiet");
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(label, room);
        setPrefWidth(360);
        HBox.setHgrow(this, Priority.ALWAYS);
    }
}
