package vermeer.ui.lab;

import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.attack.DefenceTrial;

/** The page of defences: a table of what each is worth against the last attack, also one that knows of it. */
final class DefenceView extends BorderPane {
    private static final String[] HEADINGS = {
        "Defence", "Clean picture keeps its answer", "The attack survives", "It survives when it knows of the defence"
    };

    private final DefenceViewModel model;
    private final GridPane table = new GridPane();
    private final Label about = new Label();

    DefenceView(DefenceViewModel model) {
        this.model = model;
        Button run = new Button("Try the defences", new FontIcon(MaterialDesignS.SHIELD_OUTLINE));
        run.setId("defences-run");
        run.setDefaultButton(true);
        run.setOnAction(pressed -> model.run());
        run.setMinWidth(USE_PREF_SIZE);
        Button stop = new Button("Stop");
        stop.setOnAction(pressed -> model.cancel());
        stop.visibleProperty().bind(model.runningProperty());
        about.setId("defences-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(10, run, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        table.getStyleClass().add("defence-table");
        table.setId("defence-table");
        for (int i = 0; i < HEADINGS.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            column.setMinWidth(90);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.CENTER);
            table.getColumnConstraints().add(column);
        }
        Label doubt = new Label(
                "A defence that only holds while the attack does not know of it is no defence. The attack that knows"
                        + " works through the defence and takes its gradient as if the defence were not there.");
        doubt.setWrapText(true);
        doubt.getStyleClass().add("quiet");
        VBox page = new VBox(14, about, line, table, doubt);
        page.getStyleClass().add("defence-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.trials().addListener((ListChangeListener<DefenceTrial>) change -> show());
        model.attackedProperty().subscribe(fooled -> {
            String missing = model.missing();
            run.setDisable(!missing.isEmpty());
            about.setText(
                    missing.isEmpty()
                            ? "What becomes of " + fooled.attack().title() + "'s result for "
                                    + fooled.before().picture().name() + " when the picture is cleaned first."
                            : missing);
        });
        show();
    }

    private void show() {
        table.getChildren().clear();
        for (int i = 0; i < HEADINGS.length; i++) {
            Label heading = new Label(HEADINGS[i]);
            heading.getStyleClass().add("heading");
            heading.setWrapText(true);
            table.add(heading, i, 0);
        }
        int row = 1;
        for (DefenceTrial trial : model.trials()) {
            table.add(new Label(trial.defence().title()), 0, row);
            table.add(share(trial.cleanKept(), true, trial), 1, row);
            table.add(share(trial.survives(), false, trial), 2, row);
            table.add(share(trial.survivesKnowing(), false, trial), 3, row);
            row++;
        }
    }

    /** @param good whether a high share is good news for whoever defends */
    private static Label share(double share, boolean good, DefenceTrial trial) {
        String text = trial.defence().random() ? Math.round(100 * share) + " % of draws" : share > 0.5 ? "yes" : "no";
        Label label = new Label(text);
        label.getStyleClass().addAll("verdict", share > 0.5 == good ? "good" : "bad");
        return label;
    }
}
