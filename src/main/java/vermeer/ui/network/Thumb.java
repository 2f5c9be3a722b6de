package vermeer.ui.network;

import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;

/** A small picture whose pixels stay squares. */
final class Thumb extends StackPane {

    Thumb(Picture picture, int side, String text) {
        this(FxImage.image(picture), side, text);
    }

    Thumb(WritableImage image, int side, String text) {
        ImageView view = new ImageView(enlarged(image, side));
        view.setPreserveRatio(true);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setAccessibleText(text);
        setMinSize(side, side);
        setMaxSize(side, side);
        Tooltip.install(this, new Tooltip(text));
        getChildren().add(view);
        getStyleClass().add("thumb");
    }

    /** JavaFX blurs what it enlarges; a whole multiple of the pixels is sharp. */
    private static WritableImage enlarged(WritableImage image, int side) {
        int times = (int) Math.ceil(side / Math.max(image.getWidth(), image.getHeight()));
        if (times <= 1) {
            return image;
        }
        int width = (int) image.getWidth() * times;
        int height = (int) image.getHeight() * times;
        PixelReader reader = image.getPixelReader();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = reader.getArgb(i % width / times, i / width / times);
        }
        return FxImage.image(width, height, argb);
    }
}
