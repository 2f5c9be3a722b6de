package vermeer.ui.tuning.results;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.ui.control.FxImage;
import vermeer.ui.control.MapLegend;
import vermeer.ui.control.PictureFigure;

/** The chosen picture beside the maps of the network's answer and of the label, on one scale. */
final class MapsView extends VBox {
    private static final double SMALLEST = 60;

    private final HBox row = new HBox(10);
    private final Label caption = new Label();
    private final VBox legend = new VBox();

    MapsView(ResultsViewModel model) {
        super(6);
        setId("maps");
        caption.setWrapText(true);
        caption.setId("map-caption");
        row.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(120);
        getChildren().addAll(caption, row, legend);
        model.chosenProperty().subscribe(this::describe);
        model.mapsProperty().subscribe(this::show);
    }

    private void describe(ListedPicture picture) {
        caption.setText(
                picture == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%s: labelled %s, answered %s with %.1f %%",
                                picture.picture().key(),
                                picture.label(),
                                picture.answer(),
                                100 * picture.confidence()));
    }

    private void show(Maps maps) {
        row.getChildren().clear();
        boolean there = maps != null;
        legend.getChildren().clear();
        if (!there) {
            return;
        }
        int width = maps.picture().width();
        int height = maps.picture().height();
        row.getChildren().add(new PictureFigure("the photo", FxImage.image(maps.picture()), SMALLEST));
        row.getChildren()
                .add(new PictureFigure(
                        "why " + maps.shown().answer(), FxImage.image(width, height, maps.answered()), SMALLEST));
        if (!maps.shown().right()) {
            row.getChildren()
                    .add(new PictureFigure(
                            "why " + maps.shown().label(), FxImage.image(width, height, maps.labelled()), SMALLEST));
        }
        legend.getChildren().setAll(new MapLegend(maps.bar(), maps.method()));
    }
}
