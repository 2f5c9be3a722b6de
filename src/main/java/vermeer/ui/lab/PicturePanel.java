package vermeer.ui.lab;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;
import vermeer.ui.investigation.Prediction;

/** A picture under a title, with what the network answers for it, or what it shows. */
final class PicturePanel extends VBox {
    private static final double FRAME = 8;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final Label note = new Label();
    private final FittedPicture picture = new FittedPicture();
    private final MapLegend legend = new MapLegend();
    private final TopFive top = new TopFive();

    PicturePanel(String id, String heading) {
        super(6);
        setId(id);
        getStyleClass().add("picture-panel");
        setAlignment(Pos.CENTER);
        title.setText(heading);
        title.getStyleClass().add("panel-title");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMaxWidth(200);
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        StackPane room = new StackPane(picture, hint);
        room.getStyleClass().add("picture-room");
        room.setMinHeight(60);
        room.setPrefHeight(400);
        VBox.setVgrow(room, Priority.ALWAYS);
        // no taller than the picture needs, so that its answer stands right below it
        room.maxHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> room.getWidth() * picture.proportion() + FRAME,
                        room.widthProperty(),
                        picture.view().imageProperty()));
        VBox below = new VBox(6, legend, note, top);
        below.getStyleClass().add("panel-text");
        below.setMinHeight(USE_PREF_SIZE);
        setMinWidth(110);
        setPrefWidth(260);
        getChildren().addAll(title, room, below);
        note.managedProperty().bind(note.visibleProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
    }

    void title(String text) {
        title.setText(text);
    }

    /** What stands in place of a picture, and below it. */
    void empty(String text) {
        show((Image) null);
        hint.setText(text);
        note("");
        legend(null);
        answer(null, -1);
    }

    void show(Picture shown) {
        show(FxImage.image(shown));
    }

    void show(Image shown) {
        picture.show(shown);
        hint.setText("");
    }

    void note(String text) {
        note.setText(text);
    }

    /** What a map's colours mean; null for a picture without one. */
    void legend(ColourBar colours) {
        legend.show(colours);
    }

    /** @param original the class of the picture as it is */
    void answer(Prediction answer, int original) {
        top.show(answer, original);
    }
}
