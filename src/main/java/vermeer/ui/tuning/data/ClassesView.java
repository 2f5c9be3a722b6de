package vermeer.ui.tuning.data;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import vermeer.data.Dataset;
import vermeer.data.Split;
import vermeer.data.balance.Imbalance;
import vermeer.data.decision.Prepared;

/** How many photos each class has in each split, as bars; how unequal the classes are, and what to do about it. */
final class ClassesView extends VBox {
    private static final int MOST_LINES = 200;

    private final DataViewModel model;
    private final VBox lines = new VBox(10);
    private final HBox legend = new HBox(14);
    private final Set<String> opened = new HashSet<>();
    private final Label imbalance = Question.quiet("");

    ClassesView(DataViewModel model) {
        this.model = model;
        getStyleClass().add("classes");
        legend.setAlignment(Pos.CENTER_LEFT);
        imbalance.setId("imbalance");
        Label empty = Question.quiet("The classes appear here once a folder is chosen.");
        VBox filled = new VBox(
                16, legend, lines, imbalance, new BalanceView(model), new StagesView(model), new CostView(model));
        getChildren().addAll(empty, filled);
        model.tuning().dataProperty().subscribe(prepared -> {
            Question.show(empty, prepared == null);
            Question.show(filled, prepared != null);
            if (prepared != null) {
                show(prepared);
            }
        });
    }

    private void show(Prepared prepared) {
        legend.getChildren().clear();
        for (Split split : Split.values()) {
            int size = prepared.splits().size(split);
            if (size > 0) {
                Region colour = new Region();
                colour.getStyleClass().addAll("legend-colour", "split-" + split.text());
                Label text = new Label(split.text() + " " + size);
                text.getStyleClass().add("quiet");
                HBox entry = new HBox(6, colour, text);
                entry.setAlignment(Pos.CENTER_LEFT);
                legend.getChildren().add(entry);
            }
        }
        lines(prepared);
        Dataset dataset = prepared.dataset();
        List<Integer> counts = Arrays.stream(dataset.counts()).boxed().toList();
        imbalance.setText(dataset.classes().isEmpty() ? "" : new Imbalance(dataset.classes(), counts).sentence());
    }

    private void lines(Prepared prepared) {
        lines.getChildren().clear();
        List<String> classes = prepared.dataset().classes();
        int[][] counts = new int[Split.values().length][];
        for (Split split : Split.values()) {
            counts[split.ordinal()] = prepared.splits().counts(split);
        }
        int most = Math.max(1, Arrays.stream(prepared.dataset().counts()).max().orElse(1));
        for (int label = 0; label < Math.min(MOST_LINES, classes.size()); label++) {
            int[] own = new int[counts.length];
            for (int split = 0; split < own.length; split++) {
                own[split] = counts[split][label];
            }
            ClassMenu menu = new ClassMenu(model, prepared, classes.get(label));
            lines.getChildren()
                    .add(new ClassLine(classes.get(label), own, most, new HBox(6, photos(prepared, label), menu)));
            if (opened.contains(classes.get(label))) {
                lines.getChildren().add(new ClassPhotos(model.tuning(), prepared, label));
            }
        }
        opened.retainAll(classes);
        if (classes.size() > MOST_LINES) {
            lines.getChildren().add(Question.quiet("… and " + (classes.size() - MOST_LINES) + " more classes."));
        }
    }

    /** Shows or hides the photos of a class. */
    private Button photos(Prepared prepared, int label) {
        String name = prepared.dataset().classes().get(label);
        Button button = new Button("", new FontIcon(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "class-menu");
        button.setId("photos-" + label);
        button.setAccessibleText("Show photos of " + name);
        button.setTooltip(new Tooltip("Show photos, and pin some to watch while the network learns"));
        button.setOnAction(pressed -> {
            if (!opened.remove(name)) {
                opened.add(name);
            }
            lines(prepared);
        });
        return button;
    }
}
