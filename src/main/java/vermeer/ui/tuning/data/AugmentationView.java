package vermeer.ui.tuning.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import vermeer.image.Picture;
import vermeer.setting.Setting;
import vermeer.ui.control.FxImage;

/** How strongly photos are changed for training, and what that does to one of the user's own. */
final class AugmentationView extends VBox {
    private static final double SIDE = 108;
    private static final int MOST_FORMS = 10;
    private static final double SLIDER = 210;
    private static final double GAP = 14;

    private final DataViewModel data;
    private final AugmentationViewModel model;
    private final CheckBox on = new CheckBox("Change photos for training");
    private final Slider forms = new Slider(1, MOST_FORMS, 4);
    private final Label formsText = Question.quiet("");
    private final TilePane photos = new TilePane(8, 8);
    private boolean following;

    AugmentationView(DataViewModel data) {
        this.data = data;
        this.model = new AugmentationViewModel(data);
        getStyleClass().add("augmentation");
        on.setId("augment");
        on.setOnAction(pressed -> model.turn(on.isSelected()));
        forms.setId("forms");
        forms.setMajorTickUnit(1);
        forms.setMinorTickCount(0);
        forms.setSnapToTicks(true);
        forms.setAccessibleText("Changed forms of each photo");
        HBox.setHgrow(forms, Priority.ALWAYS);
        forms.valueProperty().subscribe((before, now) -> {
            if (!following && !forms.isValueChanging()) {
                model.forms((int) Math.round(now.doubleValue()));
            }
        });
        HBox formsLine = new HBox(8, quietSized("Forms of each photo"), forms, formsText);
        formsLine.setAlignment(Pos.CENTER_LEFT);
        Label note =
                Question.quiet("As if there were more photos. Only what is trained on is changed, never dev or test;"
                        + " the files stay as they are.");
        VBox multipliers = new MultipliersView(data, model);
        getChildren().addAll(on, note, formsLine, previewHead(), photos, sliders(), multipliers);
        model.previewProperty().subscribe(this::show);
        data.decisionsProperty().subscribe(decisions -> {
            following = true;
            on.setSelected(model.on());
            Question.show(formsLine, model.on());
            Question.show(multipliers, model.on());
            if (model.on()) {
                forms.setValue(model.forms());
                formsText.setText(Integer.toString(model.forms()));
            }
            following = false;
        });
    }

    private static Label quietSized(String text) {
        Label label = Question.quiet(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node previewHead() {
        Label title = new Label("As the network sees it");
        title.getStyleClass().add("part-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button next = new Button("Another photo", new FontIcon(MaterialDesignI.IMAGE_OUTLINE));
        next.setId("next-photo");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        next.setOnAction(pressed -> model.nextPhoto());
        HBox head = new HBox(8, title, space, next);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Two in a row where there is room. */
    private Node sliders() {
        FlowPane flow = new FlowPane(GAP, 6);
        flow.setPrefWrapLength(2 * SLIDER + GAP);
        for (Setting strength : model.strengths()) {
            StrengthSlider slider = new StrengthSlider(strength, model);
            slider.prefWidthProperty()
                    .bind(flow.widthProperty()
                            .map(width -> width.doubleValue() >= 2 * SLIDER + GAP
                                    ? Math.floor((width.doubleValue() - GAP) / 2)
                                    : width.doubleValue()));
            data.decisionsProperty().subscribe(decisions -> slider.follow());
            flow.getChildren().add(slider);
        }
        return flow;
    }

    private void show(List<Picture> pictures) {
        photos.getChildren().clear();
        for (int i = 0; i < pictures.size(); i++) {
            ImageView view = new ImageView(FxImage.image(pictures.get(i)));
            view.setFitWidth(SIDE);
            view.setFitHeight(SIDE);
            view.setPreserveRatio(true);
            Label caption = Question.quiet(i == 0 ? "as it is" : "changed " + i);
            VBox cell = new VBox(2, view, caption);
            cell.getStyleClass().add("augmented");
            photos.getChildren().add(cell);
        }
    }
}
