package vermeer.ui.tuning.advice;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.advice.Advice;

/** What to do next at the left, what people and more photos could do at the right. */
public final class AdviceView extends StackPane {
    private static final String STYLE =
            AdviceView.class.getResource("/vermeer/ui/results.css").toExternalForm();

    private final Label verdict = new Label();
    private final VBox actions = new VBox(4);
    private final VBox notes = new VBox(4);

    public AdviceView(AdviceViewModel model) {
        getStyleClass().add("advice-step");
        getStylesheets().add(STYLE);
        verdict.setId("advice");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("verdict");
        VBox card = new VBox(8, verdict, actions);
        card.getStyleClass().add("advice-card");
        VBox left = new VBox(18, card, new ErrorsView(model), notes);
        left.getStyleClass().add("figures");
        VBox right = new VBox(22, new CurveView(model), new HumanView(model));
        right.getStyleClass().add("figures");
        SplitPane both = new SplitPane(scrolling(left), scrolling(right));
        both.setDividerPositions(0.54);
        Label empty = new Label("Judge the network in the step Results first; the advice follows from its errors.");
        empty.getStyleClass().add("quiet");
        getChildren().addAll(empty, both);
        model.adviceProperty().subscribe(advice -> {
            empty.setVisible(advice == null);
            both.setVisible(advice != null);
            if (advice != null) {
                show(advice);
            }
        });
    }

    private void show(Advice advice) {
        verdict.setText(advice.sentence());
        actions.getChildren().clear();
        advice.actions().forEach(action -> actions.getChildren().add(wrapped("•  " + action, "action")));
        notes.getChildren().clear();
        advice.notes().forEach(note -> notes.getChildren().add(wrapped(note, "quiet")));
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(300);
        return scroll;
    }
}
