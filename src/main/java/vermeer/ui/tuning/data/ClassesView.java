package vermeer.ui.tuning.data;

import javafx.scene.layout.VBox;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;

/** How many pictures each class has in each split, as bars. */
final class ClassesView extends VBox {

    ClassesView(DataViewModel model) {
        getStyleClass().add("classes");
        model.tuning().dataProperty().subscribe(this::show);
    }

    private void show(Prepared prepared) {
        getChildren().clear();
        if (prepared == null) {
            getChildren().add(Question.quiet("The classes appear here once a folder is chosen."));
            return;
        }
        int most = 1;
        for (int count : prepared.dataset().counts()) {
            most = Math.max(most, count);
        }
        for (int label = 0; label < prepared.dataset().classes().size(); label++) {
            int[] counts = new int[Split.values().length];
            for (Split split : Split.values()) {
                counts[split.ordinal()] = prepared.splits().counts(split)[label];
            }
            getChildren().add(new ClassLine(prepared.dataset().classes().get(label), counts, most));
        }
    }
}
