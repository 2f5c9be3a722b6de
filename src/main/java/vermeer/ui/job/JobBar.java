package vermeer.ui.job;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.ui.control.Hint;

/** The job bar: what runs, how far it is, how long it still takes, and the way to stop it. */
public final class JobBar extends HBox {
    /** Shorter jobs are not shown; a bar that only flashes tells nothing. */
    private static final Duration UNSHOWN = Duration.millis(200);

    public JobBar(JobViewModel model) {
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_RIGHT);
        Label title = new Label();
        title.textProperty().bind(model.titleProperty());
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        Label timeLeft = new Label();
        timeLeft.textProperty().bind(model.timeLeftProperty());
        timeLeft.getStyleClass().add("time-left");
        timeLeft.visibleProperty().bind(model.timeLeftProperty().isNotEmpty());
        timeLeft.managedProperty().bind(timeLeft.visibleProperty());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.shareProperty());
        bar.setAccessibleText("Progress");
        getChildren().addAll(title, bar, timeLeft, cancelButton(model));
        setVisible(false);
        PauseTransition pause = new PauseTransition(UNSHOWN);
        pause.setOnFinished(finished -> setVisible(model.busyProperty().get()));
        model.busyProperty().subscribe(busy -> {
            if (busy) {
                pause.playFromStart();
            } else {
                pause.stop();
                setVisible(false);
            }
        });
    }

    private static Button cancelButton(JobViewModel model) {
        Button cancel = new Button("Cancel", new FontIcon(MaterialDesignC.CLOSE));
        cancel.setId("cancel-job");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        Hint.on(cancel, "Stop this job (Esc)");
        cancel.setOnAction(pressed -> model.cancel());
        return cancel;
    }
}
