package vermeer.ui.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Segments;

/** The workspace: four pages, each made when it is first shown. */
public final class LabView extends BorderPane {
    static final String STYLE = LabView.class.getResource("/vermeer/ui/lab.css").toExternalForm();

    private final Map<String, Node> made = new HashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /** @param files the dialogs for files */
    public LabView(Lab lab, FileChoosing files) {
        getStyleClass().add("lab");
        getStylesheets().add(STYLE);
        AttackViewModel attack = new AttackViewModel(lab);
        MeasureViewModel measure = new MeasureViewModel(lab, attack);
        CorruptionViewModel corruption = new CorruptionViewModel(lab);
        DefenceViewModel defence = new DefenceViewModel(lab, attack);
        HBox pages = new HBox(
                page("attack", "Attack", "How little noise fools the network", () -> AttackView.of(attack, files)),
                page(
                        "measure",
                        "Measure",
                        "How many of the open pictures keep their answer as epsilon grows",
                        () -> new MeasureView(measure)),
                page(
                        "corrupt",
                        "Corrupt",
                        "How much blur, dark, noise or paint the answer bears",
                        () -> CorruptionView.of(corruption)),
                page(
                        "defend",
                        "Defend",
                        "Whether defences hold, also when the attack knows of them",
                        () -> new DefenceView(defence)));
        pages.setAlignment(Pos.CENTER_LEFT);
        pages.getStyleClass().addAll("lab-pages", "segments");
        Segments.round(
                pages.getChildren().stream().map(ToggleButton.class::cast).toList());
        setTop(pages);
        show("attack", () -> AttackView.of(attack, files));
    }

    private ToggleButton page(String id, String title, String help, Supplier<Node> node) {
        ToggleButton button = new ToggleButton(title);
        button.setId("lab-" + id);
        button.setToggleGroup(group);
        button.setSelected(id.equals("attack"));
        button.setTooltip(new Tooltip(help));
        button.setOnAction(pressed -> {
            button.setSelected(true);
            show(id, node);
        });
        return button;
    }

    private void show(String id, Supplier<Node> node) {
        setCenter(made.computeIfAbsent(id, first -> node.get()));
    }
}
