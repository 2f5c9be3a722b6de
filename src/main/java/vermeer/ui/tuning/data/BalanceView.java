package vermeer.ui.tuning.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vermeer.data.balance.Balance;
import vermeer.data.balance.Balancing;
import vermeer.data.decision.Decisions;
import vermeer.ui.control.Segments;

/** What is done about unequal classes, and which are left out or taken together. */
final class BalanceView extends VBox {
    private final DataViewModel model;
    private final ComboBox<Balancing> balancing = new ComboBox<>();
    private final CheckBox corrected = new CheckBox("Correct the answers for it");
    private final Label price = Question.quiet("");
    private final Label changed = Question.quiet("");
    private final Segments<Boolean> when = new Segments<>(
            "merge-when", List.of(true, false), training -> training ? "already for training" : "only in the answers");
    private final VBox changedClasses = new VBox(6);
    private boolean following;

    BalanceView(DataViewModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("balance");
        Label title = new Label("Unequal classes");
        title.getStyleClass().add("part-title");
        balancing.setId("balancing");
        balancing.getItems().setAll(Balancing.values());
        balancing.setConverter(new Texts());
        balancing.setMaxWidth(Double.MAX_VALUE);
        balancing.setAccessibleText("What to do about unequal classes");
        balancing.setOnAction(chosen -> change(balance -> balance.withBalancing(balancing.getValue())));
        corrected.setId("correct-priors");
        corrected.setOnAction(pressed -> change(balance -> balance.withCorrected(corrected.isSelected())));
        when.valueProperty().subscribe((before, training) -> change(balance -> balance.withAtTraining(training)));
        Hyperlink undo = new Hyperlink("All classes as they are");
        undo.setOnAction(pressed -> change(balance -> balance.withClasses(Map.of(), Set.of())));
        changedClasses.getChildren().addAll(changed, when, undo);
        getChildren().addAll(title, balancing, price, corrected, changedClasses);
        model.decisionsProperty().subscribe(this::follow);
    }

    private void change(UnaryOperator<Balance> change) {
        if (!following) {
            model.decide(decisions -> decisions.withBalance(change.apply(decisions.balance())));
        }
    }

    private void follow(Decisions decisions) {
        following = true;
        Balance balance = decisions.balance();
        balancing.setValue(balance.balancing());
        corrected.setSelected(balance.corrected());
        Question.show(corrected, balance.balancing().changesFrequencies());
        price.setText(price(balance));
        boolean classes = !balance.merged().isEmpty() || !balance.ignored().isEmpty();
        Question.show(changedClasses, classes);
        changed.setText(changed(balance));
        when.valueProperty().set(balance.atTraining());
        following = false;
    }

    private static String price(Balance balance) {
        String known = balance.corrected()
                ? " Answers are then corrected to how often each class really comes."
                : " Answers are not corrected: rare classes will be called more often than they come.";
        return switch (balance.balancing()) {
            case NONE -> "Every photo counts once.";
            case CLASS_WEIGHTS -> "A mistake on a rare class counts more; nothing is lost or repeated." + known;
            case OVER_SAMPLING ->
                "Photos of rare classes are repeated, so the network may learn them by heart." + known;
            case UNDER_SAMPLING -> "Photos of frequent classes are left out each time, a few others next time." + known;
        };
    }

    private static String changed(Balance balance) {
        StringBuilder text = new StringBuilder();
        if (!balance.ignored().isEmpty()) {
            text.append("Left out: ")
                    .append(String.join(", ", new TreeSet<>(balance.ignored())))
                    .append(". ");
        }
        if (!balance.merged().isEmpty()) {
            text.append("Taken together: ")
                    .append(String.join("; ", new TreeSet<>(balance.merged().values())))
                    .append('.');
        }
        return text.toString();
    }

    private static final class Texts extends StringConverter<Balancing> {
        @Override
        public String toString(Balancing balancing) {
            return balancing == null
                    ? ""
                    : Character.toUpperCase(balancing.text().charAt(0))
                            + balancing.text().substring(1);
        }

        @Override
        public Balancing fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
        }
    }
}
