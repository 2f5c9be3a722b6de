package vermeer.ui.tuning.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vermeer.data.balance.CostMatrix;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;

/** What mistakes cost, for a few classes; sets from which probability a class is the answer. */
final class CostView extends VBox {
    private static final int MOST_CLASSES = 8;

    private final DataViewModel model;
    private final CheckBox on = new CheckBox("Some mistakes cost more than others");
    private final GridPane grid = new GridPane();
    private final Label meaning = Question.quiet("");

    CostView(DataViewModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("costs");
        Label title = new Label("Unequal mistakes");
        title.getStyleClass().add("part-title");
        on.setId("costs-on");
        on.setOnAction(pressed -> model.decide(decisions -> decisions.withBalance(decisions
                .balance()
                .withCosts(on.isSelected() ? Optional.of(CostMatrix.equal(classes())) : Optional.empty()))));
        grid.setHgap(8);
        grid.setVgap(5);
        getChildren().addAll(title, on, grid, meaning);
        model.tuning()
                .dataProperty()
                .subscribe(prepared -> show(prepared, model.decisionsProperty().get()));
    }

    private List<String> classes() {
        Prepared prepared = model.tuning().dataProperty().get();
        return prepared == null
                ? List.of()
                : prepared.decisions()
                        .balance()
                        .rule(prepared.dataset().classes(), prepared.dataset().counts())
                        .classes();
    }

    private void show(Prepared prepared, Decisions decisions) {
        List<String> classes = classes();
        Question.show(this, prepared != null && classes.size() > 1 && classes.size() <= MOST_CLASSES);
        Optional<CostMatrix> costs =
                decisions.balance().costs().filter(matrix -> matrix.classes().equals(classes));
        on.setSelected(costs.isPresent());
        grid.getChildren().clear();
        Question.show(grid, costs.isPresent());
        Question.show(meaning, costs.isPresent());
        costs.ifPresent(this::fill);
    }

    private void fill(CostMatrix costs) {
        List<String> classes = costs.classes();
        Label corner = Question.quiet("It is … but is called");
        grid.add(corner, 0, 0);
        for (int i = 0; i < classes.size(); i++) {
            Label answer = named(classes.get(i));
            GridPane.setHalignment(answer, HPos.CENTER);
            grid.add(answer, i + 1, 0);
            grid.add(named(classes.get(i)), 0, i + 1);
            for (int answered = 0; answered < classes.size(); answered++) {
                if (answered != i) {
                    grid.add(cell(costs, i, answered), answered + 1, i + 1);
                }
            }
        }
        meaning.setText(
                classes.size() == 2
                        ? String.format(
                                Locale.ROOT,
                                "\"%s\" is the answer from a probability of %.0f %% on.",
                                classes.get(0),
                                100 * costs.threshold(0, 1))
                        : "The answer is the class whose mistakes cost the least on average.");
    }

    private static Label named(String text) {
        Label label = new Label(text);
        label.setMaxWidth(120);
        return label;
    }

    private TextField cell(CostMatrix costs, int truth, int answer) {
        TextField field = new TextField(number(costs.cost(truth, answer)));
        field.setPrefColumnCount(4);
        field.setId("cost-" + truth + "-" + answer);
        field.setAccessibleText("Cost of calling " + costs.classes().get(truth) + " "
                + costs.classes().get(answer));
        field.setOnAction(entered -> set(truth, answer, field));
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                set(truth, answer, field);
            }
        });
        return field;
    }

    private void set(int truth, int answer, TextField field) {
        try {
            double cost = Double.parseDouble(field.getText().strip().replace(',', '.'));
            model.decide(decisions -> decisions.withBalance(decisions
                    .balance()
                    .withCosts(decisions.balance().costs().map(costs -> costs.with(truth, answer, cost)))));
        } catch (IllegalArgumentException refused) {
            field.setText(number(model.decisionsProperty()
                    .get()
                    .balance()
                    .costs()
                    .map(costs -> costs.cost(truth, answer))
                    .orElse(1.0)));
        }
    }

    private static String number(double cost) {
        return cost == Math.rint(cost) && cost < 1e15 ? Long.toString((long) cost) : Double.toString(cost);
    }
}
