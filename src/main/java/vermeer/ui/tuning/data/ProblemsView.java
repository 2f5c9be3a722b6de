package vermeer.ui.tuning.data;

import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.data.decision.Decisions;

/** What may do harm, worst first, with what can be done about it. */
final class ProblemsView extends VBox {
    private final DataViewModel model;
    private final Label summary = Question.quiet("");
    private final Button copies = new Button("Leave out all copies");
    private final Button back = new Button("Bring all back");

    ProblemsView(DataViewModel model) {
        this.model = model;
        getStyleClass().add("problems");
        summary.setId("problems-summary");
        copies.setId("leave-out-copies");
        copies.getStyleClass().add(Styles.SMALL);
        copies.setOnAction(pressed -> model.leaveOut(allCopies(), "copy"));
        back.setId("bring-back");
        back.getStyleClass().add(Styles.SMALL);
        back.setOnAction(pressed -> model.bringBack());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, summary, space, copies, back);
        line.setAlignment(Pos.CENTER_LEFT);
        copies.setMinWidth(Region.USE_PREF_SIZE);
        back.setMinWidth(Region.USE_PREF_SIZE);
        ListView<Finding> list = new ListView<>(model.findings());
        list.setId("findings");
        list.setCellFactory(view -> new FindingCell(model, view.widthProperty()));
        list.setPlaceholder(Question.quiet("Nothing wrong was found."));
        list.setAccessibleText("Problems found");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(line, list);
        model.findings().addListener((ListChangeListener<Finding>) change -> summarise());
        model.inspectionProperty().subscribe(found -> summarise());
        model.decisionsProperty().subscribe(this::follow);
        summarise();
    }

    private void follow(Decisions decisions) {
        int count = decisions.excluded().size();
        Question.show(back, count > 0);
        back.setText("Bring back " + count + " left out");
        summarise();
    }

    private void summarise() {
        Question.show(copies, !allCopies().isEmpty());
        if (model.tuning().dataProperty().get() == null) {
            summary.setText("Problems appear here once a folder is chosen.");
        } else if (model.inspectionProperty().get() == null) {
            summary.setText("The photos are being looked into…");
        } else {
            int looked = model.inspectionProperty().get().facts().size();
            summary.setText(looked + " photos were looked into. Files stay as they are.");
        }
    }

    private Set<String> allCopies() {
        Set<String> copies = new HashSet<>();
        for (Finding finding : model.findings()) {
            if (finding.kind() == Finding.Kind.LEAK || finding.kind() == Finding.Kind.EXACT) {
                copies.addAll(finding.removable());
            }
        }
        return copies;
    }
}
