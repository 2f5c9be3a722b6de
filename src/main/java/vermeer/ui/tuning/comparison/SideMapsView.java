package vermeer.ui.tuning.comparison;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;
import vermeer.ui.control.MapLegend;
import vermeer.ui.control.PictureFigure;

/** The chosen photo between both networks' maps of their own answers, each with its colours. */
final class SideMapsView extends VBox {
    private static final double SMALLEST = 80;

    private final ComparisonViewModel model;
    private final HBox row = new HBox(10);
    private final Label caption = new Label();

    SideMapsView(ComparisonViewModel model) {
        super(6);
        this.model = model;
        setId("side-maps");
        caption.setWrapText(true);
        caption.setId("side-caption");
        VBox.setVgrow(row, Priority.ALWAYS);
        getChildren().addAll(caption, row);
        model.mapsProperty().subscribe(this::show);
    }

    private void show(SideMaps maps) {
        row.getChildren().clear();
        caption.setText("");
        if (maps == null) {
            return;
        }
        Pair pair = model.pairProperty().get();
        caption.setText(pair.pictures().get(maps.index()).key());
        row.getChildren()
                .addAll(
                        side(pair.before(), "Before", maps, maps.before()),
                        side(pair.after(), "After", maps, maps.after()));
    }

    private static VBox side(Pair.Side side, String when, SideMaps maps, SideMaps.Drawn drawn) {
        Picture picture = maps.picture();
        String title = String.format(
                Locale.ROOT,
                "%s, %s: %.1f %% %s",
                when,
                side.name(),
                100 * side.predictions().confidence(maps.index()),
                side.answer(maps.index()));
        PictureFigure figure = new PictureFigure(
                title + ", why " + drawn.explained(),
                FxImage.image(picture.width(), picture.height(), drawn.overlay()),
                SMALLEST);
        VBox.setVgrow(figure, Priority.ALWAYS);
        VBox box = new VBox(4, figure, new MapLegend(drawn.bar(), drawn.method()));
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(320);
        return box;
    }
}
