package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import vermeer.train.EpochReport;

/** One run in the queue: what it is, where it is, what it came to; a click shows it. */
final class RunLine extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double STATE_WIDTH = 92;

    private final RunViewModel model;
    private final Run run;
    private final Label state = new Label();
    private final Label result = new Label();
    private final Label title = new Label();
    private final Label details = new Label();
    private final Button up;
    private final Button down;
    private final Button remove;
    private Subscription followed = Subscription.EMPTY;

    RunLine(RunViewModel model, Run run) {
        super(10);
        this.model = model;
        this.run = run;
        getStyleClass().add("run-line");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        state.getStyleClass().add("badge");
        state.setMinWidth(STATE_WIDTH);
        state.setAlignment(Pos.CENTER);
        title.setText(RunTexts.title(run.request()));
        title.getStyleClass().add("class-title");
        title.setMinWidth(0);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        details.setText(RunTexts.details(run.request()));
        details.getStyleClass().add("quiet");
        details.setMinWidth(0);
        VBox what = new VBox(title, details);
        what.setMinWidth(60);
        HBox.setHgrow(what, Priority.ALWAYS);
        result.getStyleClass().add("run-line-result");
        result.setMinWidth(USE_PREF_SIZE);
        up = button(MaterialDesignA.ARROW_UP, "Train this one earlier", () -> model.queue()
                .move(run, -1));
        down = button(MaterialDesignA.ARROW_DOWN, "Train this one later", () -> model.queue()
                .move(run, 1));
        Button again = button(
                MaterialDesignC.CONTENT_COPY, "Set up the next run like this one", () -> model.takeSettings(run));
        remove = button(MaterialDesignT.TRASH_CAN_OUTLINE, "Take it off the list; its folder stays", () -> model.queue()
                .remove(run));
        remove.getStyleClass().add("run-remove");
        HBox actions = new HBox(up, down, again, remove);
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(state, what, result, actions);
        Tooltip.install(
                what, new Tooltip(details.getText() + "\n" + run.folder().path()));
        setOnMouseClicked(clicked -> choose());
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER || pressed.getCode() == KeyCode.SPACE) {
                choose();
            }
        });
        follow();
    }

    private void follow() {
        ListChangeListener<EpochReport> changed = change -> show();
        run.epochs().addListener(changed);
        followed = run.stateProperty()
                .subscribe(now -> show())
                .and(model.queue().activeProperty().subscribe(now -> show()))
                .and(model.queue().selectedProperty().subscribe(now -> show()))
                .and(() -> run.epochs().removeListener(changed));
    }

    /** Follows the run no more. */
    void leave() {
        followed.unsubscribe();
    }

    private void choose() {
        model.queue().selectedProperty().set(run);
    }

    private Button button(Ikon icon, String text, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    void show() {
        RunState now = run.state();
        pseudoClassStateChanged(CHOSEN, model.queue().selectedProperty().get() == run);
        state.setText(now.text());
        state.getStyleClass().removeIf(style -> style.startsWith("state-"));
        state.getStyleClass().add("state-" + now.name().toLowerCase(Locale.ROOT));
        result.setText(result());
        Shown.when(up, model.queue().canMove(run, -1));
        Shown.when(down, model.queue().canMove(run, 1));
        remove.setDisable(now.busy());
        setAccessibleText(title.getText() + ", " + now.text() + ", " + result.getText());
    }

    private String result() {
        RunFigures figures = run.figuresProperty().get();
        if (figures != null && figures.judged().isPresent()) {
            RunFigures.Part judged = figures.judged().get();
            return RunTexts.percent(judged.accuracy()) + " on " + judged.split();
        }
        if (run.epochs().isEmpty()) {
            return "";
        }
        EpochReport last = run.epochs().get(run.epochs().size() - 1);
        return "epoch " + last.epoch() + " of " + last.epochs();
    }
}
