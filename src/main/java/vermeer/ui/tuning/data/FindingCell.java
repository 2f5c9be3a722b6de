package vermeer.ui.tuning.data;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.ui.control.FxImage;

/** One finding: what it is, its pictures, and leaving them out. */
final class FindingCell extends ListCell<Finding> {
    private static final PseudoClass SERIOUS = PseudoClass.getPseudoClass("serious");
    private static final double SIDE = 84;
    private static final int MOST_SHOWN = 6;
    private static final double ASIDE = 36;

    private final DataViewModel model;
    private final Label kind = new Label();
    private final Label sentence = new Label();
    private final FlowPane pictures = new FlowPane(8, 6);
    private final Button leaveOut = new Button();
    private final VBox content;
    private Subscription shown = Subscription.EMPTY;

    /** @param width of the list, whose cells are measured before they have a width */
    FindingCell(DataViewModel model, ReadOnlyDoubleProperty width) {
        this.model = model;
        getStyleClass().add("finding");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        kind.getStyleClass().add("badge");
        sentence.setWrapText(true);
        leaveOut.getStyleClass().add(Styles.SMALL);
        leaveOut.setMinWidth(Region.USE_PREF_SIZE);
        leaveOut.setOnAction(pressed ->
                model.leaveOut(getItem().removable(), getItem().kind().text().toLowerCase(Locale.ROOT)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, kind, space, leaveOut);
        head.setAlignment(Pos.CENTER_LEFT);
        content = new VBox(6, head, sentence, pictures);
        content.setMinWidth(0);
        content.prefWidthProperty().bind(width.subtract(ASIDE));
    }

    @Override
    protected void updateItem(Finding finding, boolean none) {
        super.updateItem(finding, none);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (none || finding == null) {
            setGraphic(null);
            return;
        }
        kind.setText(finding.kind().text());
        kind.pseudoClassStateChanged(SERIOUS, finding.kind().compareTo(Finding.Kind.UNREADABLE) <= 0);
        sentence.setText(finding.sentence());
        int removable = finding.removable().size();
        Question.show(leaveOut, removable > 0);
        leaveOut.setText(
                removable == finding.files().size() || finding.files().isEmpty()
                        ? removable == 1 ? "Leave it out" : "Leave all out"
                        : removable == 1 ? "Leave the copy out" : "Leave " + removable + " copies out");
        pictures.getChildren().clear();
        for (int i = 0; i < Math.min(MOST_SHOWN, finding.files().size()); i++) {
            pictures.getChildren().add(picture(finding, i));
        }
        if (finding.files().size() > MOST_SHOWN) {
            pictures.getChildren().add(Question.quiet("and " + (finding.files().size() - MOST_SHOWN) + " more"));
        }
        Question.show(pictures, !finding.files().isEmpty());
        setAccessibleText(finding.kind().text() + ": " + finding.sentence());
        setGraphic(content);
    }

    /** As high as its text is once it is wrapped, which a list does not ask for by itself. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : content.prefHeight(content.getPrefWidth()) + snappedTopInset() + snappedBottomInset();
    }

    private Node picture(Finding finding, int place) {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        shown = shown.and(model.tuning()
                .thumbnails()
                .of(finding.files().get(place))
                .subscribe(picture -> view.setImage(picture == null ? null : FxImage.image(picture))));
        StackPane frame = new StackPane(view);
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        Label caption = new Label(finding.captions().get(place));
        caption.getStyleClass().add("quiet");
        caption.setMaxWidth(SIDE + 40);
        caption.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tooltip.install(frame, new Tooltip(finding.files().get(place).toString()));
        VBox cell = new VBox(3, frame, caption);
        if (finding.kind() == Finding.Kind.CONTRADICTION) {
            cell.getChildren().add(right(finding, finding.keys().get(place)));
        }
        return cell;
    }

    /** Leaves out the pictures whose labels then are wrong. */
    private Hyperlink right(Finding finding, String key) {
        Hyperlink right = new Hyperlink("This label is right");
        right.getStyleClass().add(Styles.TEXT_SMALL);
        right.setOnAction(pressed -> {
            Set<String> wrong = new HashSet<>(finding.removable());
            wrong.remove(key);
            model.leaveOut(wrong, "wrong label");
        });
        return right;
    }
}
