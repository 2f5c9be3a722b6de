package vermeer.ui.trust;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.report.Judgement;
import vermeer.trust.Control;
import vermeer.trust.Reading;

/** One measure as a line of numbers, the map's and the controls', with a sentence and a verdict below. */
final class MeasureRowView extends VBox {
    private static final double NUMBER = 84;
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass WEAK = PseudoClass.getPseudoClass("weak");

    private final MeasureRow row;
    private final HBox numbers = new HBox();
    private final Label sentence = new Label();
    private final Label verdict = new Label();
    private final ProgressBar bar = new ProgressBar();

    MeasureRowView(MeasureRow row, TrustViewModel model) {
        this.row = row;
        getStyleClass().add("measure-row");
        setId("measure-" + row.measure().name());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("quiet");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("verdict");
        verdict.visibleProperty().bind(verdict.textProperty().isNotEmpty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        bar.progressProperty().bind(row.shareProperty());
        bar.visibleProperty().bind(row.shareProperty().greaterThanOrEqualTo(0));
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setPrefWidth(3 * NUMBER);
        Label name = new Label(row.measure().title());
        name.getStyleClass().add("measure-name");
        Label better = new Label(row.measure().higherIsBetter() ? "higher is better" : "lower is better");
        better.getStyleClass().add("quiet");
        VBox title = new VBox(name, better);
        title.setMinWidth(120);
        HBox.setHgrow(title, Priority.ALWAYS);
        Tooltip about = new Tooltip(row.measure().about());
        about.setWrapText(true);
        about.setMaxWidth(380);
        Tooltip.install(title, about);
        Button ask = new Button("Measure");
        ask.getStyleClass().addAll("small", "flat");
        ask.setAccessibleText("Measure " + row.measure().title());
        ask.setOnAction(pressed -> model.measure(row));
        ask.visibleProperty()
                .bind(row.judgementProperty()
                        .isNull()
                        .and(model.busyProperty().not())
                        .and(model.mapProperty().isNotNull()));
        ask.managedProperty().bind(ask.visibleProperty());
        numbers.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, title, bar, ask, numbers);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, sentence, verdict);
        row.judgementProperty().subscribe(judgement -> show());
        row.stateProperty().subscribe(state -> show());
    }

    /** The line above the rows that says what the numbers are of. */
    static HBox header() {
        HBox header = new HBox();
        header.getStyleClass().add("measure-header");
        header.setAlignment(Pos.CENTER_RIGHT);
        header.getChildren().add(number("This map", "this-map"));
        for (Control control : Control.values()) {
            header.getChildren()
                    .add(number(control.title(), "ink-" + control.name().toLowerCase(Locale.ROOT)));
        }
        return header;
    }

    private void show() {
        Judgement judgement = row.judgementProperty().get();
        numbers.getChildren().clear();
        if (judgement == null) {
            String state = row.stateProperty().get();
            String about = row.measure().about();
            sentence.setText(state.isEmpty() ? about.substring(0, about.indexOf('?') + 1) : state);
            verdict.setText("");
            return;
        }
        numbers.getChildren().add(number(ColourBar.number(judgement.reading().value()), "this-map"));
        for (Control control : Control.values()) {
            Reading reading = judgement.controls().get(control);
            numbers.getChildren().add(number(reading == null ? "–" : ColourBar.number(reading.value()), "control"));
        }
        sentence.setText(judgement.reading().sentence());
        verdict.setText(judgement.verdict());
        verdict.pseudoClassStateChanged(BAD, judgement.standing() == Judgement.Standing.CHANCE);
        verdict.pseudoClassStateChanged(WEAK, judgement.standing() == Judgement.Standing.NO_BETTER);
        verdict.pseudoClassStateChanged(GOOD, judgement.standing() == Judgement.Standing.BETTER);
    }

    private static Label number(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("measure-number", style);
        label.setMinWidth(NUMBER);
        label.setMaxWidth(NUMBER);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setWrapText(true);
        return label;
    }
}
