package vermeer.ui.tuning.data;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.data.Fit;
import vermeer.ui.control.FxImage;

/** How should photos get the network's shape? Shown on the user's own. */
final class FitQuestion extends Question {
    private static final double SIDE = 88;

    private final ToggleGroup group = new ToggleGroup();

    FitQuestion(DataViewModel model) {
        super(4, "How should they fit the network?");
        FitPreview preview = new FitPreview(model);
        HBox choices = new HBox(8);
        for (Fit fit : Fit.values()) {
            ToggleButton button = button(model, preview, fit);
            HBox.setHgrow(button, Priority.ALWAYS);
            choices.getChildren().add(button);
        }
        Label explanation = quiet("");
        explanation
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.decisionsProperty().get().fit().explanation(), model.decisionsProperty()));
        getChildren().addAll(choices, explanation);
    }

    private ToggleButton button(DataViewModel model, FitPreview preview, Fit fit) {
        ImageView photo = new ImageView();
        photo.setFitWidth(SIDE);
        photo.setFitHeight(SIDE);
        photo.setPreserveRatio(true);
        preview.of(fit).subscribe(picture -> photo.setImage(picture == null ? null : FxImage.image(picture)));
        StackPane frame = new StackPane(photo);
        frame.setMinSize(SIDE, SIDE);
        ToggleButton button = new ToggleButton("", new VBox(6, new Label(fit.text()), frame));
        button.setId("fit-" + fit.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("choice-card");
        button.setAccessibleText(fit.text() + ": " + fit.explanation());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setOnAction(pressed -> {
            button.setSelected(true);
            model.decide(decisions -> decisions.withFit(fit));
        });
        model.decisionsProperty().subscribe(decisions -> button.setSelected(decisions.fit() == fit));
        return button;
    }
}
