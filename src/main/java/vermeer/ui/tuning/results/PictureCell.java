package vermeer.ui.tuning.results;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.ui.control.FxImage;
import vermeer.ui.tuning.Thumbnails;

/** A judged picture as a thumbnail with its answer and what was decided about it. */
final class PictureCell extends ListCell<ListedPicture> {
    private static final double SIDE = 92;

    private final ResultsViewModel model;
    private final Thumbnails thumbnails;
    private final ImageView view = new ImageView();
    private final Label answer = new Label();
    private final Label state = new Label();
    private final VBox box;
    private Subscription waiting = Subscription.EMPTY;

    PictureCell(ResultsViewModel model, Thumbnails thumbnails) {
        this.model = model;
        this.thumbnails = thumbnails;
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        StackPane frame = new StackPane(view);
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        answer.getStyleClass().add("quiet");
        answer.setMaxWidth(SIDE);
        state.getStyleClass().add("review-state");
        state.setMaxWidth(SIDE);
        box = new VBox(2, frame, answer, state);
        box.setAlignment(Pos.TOP_CENTER);
        getStyleClass().add("judged-picture");
    }

    @Override
    protected void updateItem(ListedPicture item, boolean empty) {
        super.updateItem(item, empty);
        waiting.unsubscribe();
        waiting = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        waiting = thumbnails
                .of(item.picture().file())
                .subscribe(picture -> view.setImage(picture == null ? null : FxImage.image(picture)));
        answer.setText(String.format(Locale.ROOT, "%.0f %% %s", 100 * item.confidence(), item.answer()));
        String tags = String.join(", ", model.tagging().of(item));
        state.setText(Stream.of(model.state(item), tags)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ")));
        state.setVisible(!state.getText().isEmpty());
        String words = String.format(
                Locale.ROOT,
                "%s: labelled %s, answered %s with %.1f %%, loss %.2f",
                item.picture().key(),
                item.label(),
                item.answer(),
                100 * item.confidence(),
                item.loss());
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
        setGraphic(box);
    }
}
