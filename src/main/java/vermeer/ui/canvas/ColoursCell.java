package vermeer.ui.canvas;

import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import vermeer.image.Colormap;
import vermeer.ui.control.FxImage;

/** A colour map in a list: its colours and its name. */
final class ColoursCell extends ListCell<Colormap> {
    private static final int WIDTH = 36;

    private final ImageView sample = new ImageView();

    ColoursCell() {
        sample.setFitWidth(WIDTH);
        sample.setFitHeight(10);
    }

    @Override
    protected void updateItem(Colormap colours, boolean none) {
        super.updateItem(colours, none);
        if (none || colours == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        int[] argb = new int[WIDTH];
        for (int x = 0; x < WIDTH; x++) {
            argb[x] = colours.colour(x / (WIDTH - 1.0));
        }
        sample.setImage(FxImage.bar(argb, 10));
        setGraphic(sample);
        setText(colours.title());
    }
}
