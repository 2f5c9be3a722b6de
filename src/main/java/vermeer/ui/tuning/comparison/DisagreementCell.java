package vermeer.ui.tuning.comparison;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.ui.control.FxImage;
import vermeer.ui.tuning.Thumbnails;

/** A photo that the two networks answer differently: its thumbnail, its label, both answers. */
final class DisagreementCell extends ListCell<Integer> {
    private static final double SIDE = 52;

    private final ComparisonViewModel model;
    private final Thumbnails thumbnails;
    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private final Label answers = new Label();
    private final HBox box;
    private Subscription waiting = Subscription.EMPTY;

    DisagreementCell(ComparisonViewModel model, Thumbnails thumbnails) {
        this.model = model;
        this.thumbnails = thumbnails;
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        StackPane frame = new StackPane(view);
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        answers.getStyleClass().add("quiet");
        box = new HBox(10, frame, new VBox(2, name, answers));
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer index, boolean empty) {
        super.updateItem(index, empty);
        waiting.unsubscribe();
        waiting = Subscription.EMPTY;
        Pair pair = model.pairProperty().get();
        if (empty || index == null || pair == null || index >= pair.pictures().size()) {
            setGraphic(null);
            return;
        }
        waiting = thumbnails
                .of(pair.pictures().get(index).file())
                .subscribe(picture -> view.setImage(picture == null ? null : FxImage.image(picture)));
        String label = pair.after()
                .predictions()
                .classNames()
                .get(pair.after().predictions().labels()[index]);
        name.setText(pair.pictures().get(index).key() + ", labelled " + label);
        answers.setText("before " + words(pair.before(), index) + ", after " + words(pair.after(), index));
        setAccessibleText(name.getText() + ": " + answers.getText());
        setGraphic(box);
    }

    private static String words(Pair.Side side, int index) {
        return side.answer(index) + (side.predictions().correct(index) ? " (right)" : " (wrong)");
    }
}
