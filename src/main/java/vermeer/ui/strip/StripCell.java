package vermeer.ui.strip;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;
import vermeer.ui.control.Hint;
import vermeer.ui.control.MenuOnDemand;

/** One thumbnail with its name. */
final class StripCell extends ListCell<StripItem> {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 72;

    private final StripViewModel model;
    private final ImageView image = new ImageView();
    private final FontIcon broken = new FontIcon(MaterialDesignI.IMAGE_BROKEN_VARIANT);
    private final Label name = new Label();
    private final VBox content;
    private final Hint hint = Hint.on(this);
    private Subscription shown = Subscription.EMPTY;

    StripCell(StripViewModel model) {
        this.model = model;
        image.setFitWidth(WIDTH);
        image.setFitHeight(HEIGHT);
        image.setPreserveRatio(true);
        image.setSmooth(true);
        broken.getStyleClass().add("broken");
        StackPane frame = new StackPane(image, broken);
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        frame.getStyleClass().add("thumbnail");
        name.getStyleClass().add("file-name");
        name.setMaxWidth(WIDTH);
        content = new VBox(4, frame, name);
        content.setAlignment(Pos.CENTER);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        MenuOnDemand.on(this, this::menu);
    }

    private ContextMenu menu() {
        MenuItem remove = new MenuItem("Remove from the strip");
        remove.setOnAction(chosen -> model.remove(getItem()));
        remove.disableProperty().bind(emptyProperty());
        return new ContextMenu(remove);
    }

    @Override
    protected void updateItem(StripItem item, boolean none) {
        super.updateItem(item, none);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (none || item == null) {
            setGraphic(null);
            hint.say("");
            return;
        }
        name.setText(item.name());
        shown = item.thumbnailProperty()
                .subscribe(this::showThumbnail)
                .and(item.problemProperty().subscribe(problem -> showProblem(item, problem)));
        setGraphic(content);
        model.want(item);
    }

    private void showThumbnail(Picture picture) {
        image.setImage(picture == null ? null : FxImage.image(picture));
    }

    private void showProblem(StripItem item, String problem) {
        broken.setVisible(!problem.isEmpty());
        hint.say(problem.isEmpty() ? item.file().toString() : problem);
        setAccessibleText(problem.isEmpty() ? item.name() : item.name() + ", " + problem);
    }
}
