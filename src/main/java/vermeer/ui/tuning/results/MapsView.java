package vermeer.ui.tuning.results;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.ui.control.FxImage;

/** The chosen picture beside the maps of the network's answer and of the label, on one scale. */
final class MapsView extends VBox {
    private static final int BAR = 8;
    private static final int GRADIENT = 256;

    private final HBox row = new HBox(10);
    private final Label caption = new Label();
    private final ImageView bar = new ImageView();
    private final HBox ticks = new HBox();
    private final Label meaning = new Label();

    MapsView(ResultsViewModel model) {
        super(6);
        setId("maps");
        caption.setWrapText(true);
        caption.setId("map-caption");
        meaning.getStyleClass().add("quiet");
        meaning.setWrapText(true);
        bar.setPreserveRatio(false);
        bar.setFitHeight(BAR);
        bar.setFitWidth(260);
        ticks.setMaxWidth(260);
        row.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(120);
        getChildren().addAll(caption, row, new VBox(1, bar, ticks), meaning);
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
        bar.setVisible(there);
        ticks.setVisible(there);
        meaning.setText(there ? maps.method() + "; " + maps.bar().text() : "");
        if (!there) {
            return;
        }
        int width = maps.picture().width();
        int height = maps.picture().height();
        row.getChildren().add(figure("the photo", FxImage.image(maps.picture())));
        row.getChildren().add(figure("why " + maps.shown().answer(), FxImage.image(width, height, maps.answered())));
        if (!maps.shown().right()) {
            row.getChildren().add(figure("why " + maps.shown().label(), FxImage.image(width, height, maps.labelled())));
        }
        bar.setImage(FxImage.bar(maps.bar().gradient(GRADIENT), BAR));
        ticks.getChildren().clear();
        for (ColourBar.Tick tick : maps.bar().ticks()) {
            if (!ticks.getChildren().isEmpty()) {
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                ticks.getChildren().add(space);
            }
            ticks.getChildren().add(FiguresView.quiet(tick.label()));
        }
    }

    private static Node figure(String title, Image image) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setManaged(false);
        Pane room = new Pane(view);
        room.setMinSize(60, 60);
        room.widthProperty().subscribe(width -> view.setFitWidth(width.doubleValue()));
        room.heightProperty().subscribe(height -> view.setFitHeight(height.doubleValue()));
        VBox.setVgrow(room, Priority.ALWAYS);
        Label label = FiguresView.quiet(title);
        label.setMinHeight(Region.USE_PREF_SIZE);
        VBox figure = new VBox(3, label, room);
        figure.setPrefWidth(320);
        HBox.setHgrow(figure, Priority.ALWAYS);
        return figure;
    }
}
