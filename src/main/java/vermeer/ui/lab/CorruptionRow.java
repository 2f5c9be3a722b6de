package vermeer.ui.lab;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import vermeer.attack.corruption.Corruption;

/** One corruption: its name, its strength, its slider, and the button that finds where it breaks the answer. */
final class CorruptionRow extends VBox {

    CorruptionRow(Corruption corruption, CorruptionViewModel model) {
        super(0);
        getStyleClass().add("corruption-row");
        Label title = new Label(corruption.title());
        title.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label value = new Label();
        value.getStyleClass().add("quiet");
        value.textProperty()
                .bind(model.strength(corruption)
                        .map(strength -> CorruptionViewModel.text(corruption, strength.doubleValue())));
        Button find = new Button("", new FontIcon(MaterialDesignT.TARGET));
        find.setId("break-" + corruption.name());
        find.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        find.setTooltip(new Tooltip("Find the breaking point"));
        find.setAccessibleText("Find the breaking point of " + corruption.title());
        find.setOnAction(pressed -> model.findBreakingPoint(corruption));
        HBox line = new HBox(6, title, space, value, find);
        line.setAlignment(Pos.CENTER_LEFT);
        Slider slider = new Slider(corruption.min(), corruption.max(), corruption.none());
        slider.setId("corruption-" + corruption.name());
        slider.setBlockIncrement((corruption.max() - corruption.min()) / 50);
        slider.setAccessibleText(corruption.title());
        slider.setAccessibleHelp(corruption.help());
        slider.setTooltip(new Tooltip(corruption.help() + " Double-click for none."));
        slider.valueProperty().bindBidirectional(model.strength(corruption));
        slider.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                slider.setValue(corruption.none());
            }
        });
        getChildren().addAll(line, slider);
    }
}
