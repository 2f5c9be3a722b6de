package vermeer.ui.tuning.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.ui.control.FxImage;
import vermeer.ui.tuning.Pin;
import vermeer.ui.tuning.Pins;
import vermeer.ui.tuning.Tuning;

/** Photos of one class, those that judge first; a click pins one, so that its maps are shown while a network learns. */
final class ClassPhotos extends VBox {
    private static final int MOST = 24;
    private static final double SIDE = 56;

    private final Tuning tuning;
    private Subscription shown = Subscription.EMPTY;

    ClassPhotos(Tuning tuning, Prepared prepared, int label) {
        super(4);
        this.tuning = tuning;
        getStyleClass().add("class-photos");
        List<LabelledPicture> all = pictures(prepared, label);
        FlowPane photos = new FlowPane(4, 4);
        String name = prepared.dataset().classes().get(label);
        all.stream().limit(MOST).forEach(picture -> photos.getChildren()
                .add(photo(new Pin(picture.file(), Optional.of(name)), picture.key())));
        getChildren()
                .addAll(
                        photos,
                        Question.quiet("Click up to " + Pins.MOST
                                + " photos to pin them: the step Train shows after each"
                                + " epoch what the network looks at in them."
                                + (all.size() > MOST ? " Of " + all.size() + " photos the first " + MOST + "." : "")));
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                shown.unsubscribe();
                shown = Subscription.EMPTY;
            }
        });
    }

    private static List<LabelledPicture> pictures(Prepared prepared, int label) {
        Map<String, Split> splits = prepared.splits().assignments();
        return prepared.dataset().pictures().stream()
                .filter(picture -> picture.label() == label && splits.get(picture.key()) != Split.TEST)
                .sorted(Comparator.comparing(picture -> splits.get(picture.key()) != Split.DEV))
                .toList();
    }

    private Node photo(Pin pin, String key) {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        ToggleButton button = new ToggleButton("", view);
        button.getStyleClass().add("pinnable");
        button.setMinSize(SIDE + 8, SIDE + 8);
        button.setMaxSize(SIDE + 8, SIDE + 8);
        button.setAccessibleText("Pin " + key);
        button.setTooltip(new Tooltip(key));
        button.setOnAction(pressed -> {
            tuning.pins().toggle(pin);
            button.setSelected(tuning.pins().holds(pin.file()));
        });
        ListChangeListener<Pin> changed =
                change -> button.setSelected(tuning.pins().holds(pin.file()));
        tuning.pins().all().addListener(changed);
        button.setSelected(tuning.pins().holds(pin.file()));
        shown = shown.and(tuning.thumbnails()
                        .of(pin.file())
                        .subscribe(picture -> view.setImage(picture == null ? null : FxImage.image(picture))))
                .and(() -> tuning.pins().all().removeListener(changed));
        return button;
    }
}
