package vermeer.ui.dream;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;

/** The picture as large as it fits, in whole pixels where it is smaller than its place. */
final class DreamPicture extends StackPane {
    private static final double MARGIN = 24;
    private static final double LARGEST_SCALE = 3;

    private final ImageView view = new ImageView();
    private final Label hint = new Label();

    DreamPicture() {
        getStyleClass().add("dream-picture");
        setMinSize(120, 120);
        view.setPreserveRatio(true);
        view.setId("dream-picture");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMaxWidth(420);
        getChildren().addAll(hint, view);
        layoutBoundsProperty().subscribe(bounds -> fit());
    }

    /** @param text for those who cannot see it */
    void show(Picture picture, String text) {
        view.setImage(picture == null ? null : FxImage.image(picture));
        view.setAccessibleText(text);
        hint.setVisible(picture == null);
        fit();
    }

    void hint(String text) {
        hint.setText(text);
    }

    private void fit() {
        if (view.getImage() == null) {
            return;
        }
        double across = (getWidth() - MARGIN) / view.getImage().getWidth();
        double down = (getHeight() - MARGIN) / view.getImage().getHeight();
        double scale = Math.max(0.05, Math.min(LARGEST_SCALE, Math.min(across, down)));
        view.setFitWidth(scale * view.getImage().getWidth());
        view.setFitHeight(scale * view.getImage().getHeight());
    }
}
