package vermeer.ui.tuning.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vermeer.data.Split;
import vermeer.data.Stages;
import vermeer.data.decision.Prepared;
import vermeer.ui.control.Segments;

/** Which parts have weak labels, so that training takes them first and precise ones last; only where there are parts. */
final class StagesView extends VBox {
    private final DataViewModel model;
    private final FlowPane boxes = new FlowPane(12, 6);
    private final Segments<Stages.Turn> turn =
            new Segments<>("stage", List.of(Stages.Turn.values()), Stages.Turn::text);
    private final Label how = Question.quiet("");
    private boolean following;

    StagesView(DataViewModel model) {
        super(6);
        this.model = model;
        Label title = new Label("Two stages");
        title.getStyleClass().add("part-title");
        getChildren()
                .addAll(
                        title,
                        Question.quiet(
                                "Labels that were found cheaply and are often wrong teach first, precise ones last."
                                        + " Weak labels are in"),
                        boxes,
                        turn,
                        how);
        turn.valueProperty().subscribe((before, chosen) -> {
            if (!following) {
                model.decide(decisions ->
                        decisions.withStages(new Stages(decisions.stages().weak(), chosen)));
            }
        });
        model.tuning().dataProperty().subscribe(this::show);
    }

    private void show(Prepared prepared) {
        List<String> parts = prepared == null
                ? List.of()
                : prepared.dataset().parts().stream()
                        .filter(part -> Split.ofFolder(part)
                                .filter(split -> split != Split.TRAIN)
                                .isEmpty())
                        .toList();
        Question.show(this, parts.size() > 1);
        if (parts.isEmpty()) {
            return;
        }
        following = true;
        boolean staged = !prepared.decisions().stages().weak().isEmpty();
        turn.valueProperty().set(prepared.decisions().stages().turn());
        following = false;
        Question.show(turn, staged);
        how.setText(told(prepared.decisions().stages().turn()));
        Question.show(how, staged);
        boxes.getChildren().clear();
        for (String part : parts) {
            CheckBox box = new CheckBox(part.isEmpty() ? "(no folder)" : part);
            box.setSelected(prepared.decisions().stages().weak().contains(part));
            box.setOnAction(pressed -> model.decide(decisions -> {
                Set<String> weak = new HashSet<>(decisions.stages().weak());
                if (box.isSelected()) {
                    weak.add(part);
                } else {
                    weak.remove(part);
                }
                boolean first = decisions.stages().weak().isEmpty();
                return decisions.withStages(new Stages(
                        weak, first ? Stages.Turn.BOTH : decisions.stages().turn()));
            }));
            boxes.getChildren().add(box);
        }
    }

    private static String told(Stages.Turn turn) {
        return switch (turn) {
            case ALL -> "Weak and precise labels teach together.";
            case BOTH -> "One run learns from the weak labels first and from the precise ones after that.";
            case WEAK, PRECISE ->
                "A run for each: train on the weak labels, open the tuned network, then train it further on"
                        + " the precise ones.";
        };
    }
}
