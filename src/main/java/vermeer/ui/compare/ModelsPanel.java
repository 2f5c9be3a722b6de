package vermeer.ui.compare;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.comparison.ClassAlignment;
import vermeer.ui.control.Section;
import vermeer.ui.investigation.Network;

/** Model B: opening it, its answer beside model A's, and where they disagree over all pictures. */
final class ModelsPanel extends BorderPane {
    private final CompareViewModel model;
    private final Supplier<Optional<Path>> choose;
    private final MenuButton chip = new MenuButton("Open model B", new FontIcon(MaterialDesignG.GRAPH_OUTLINE));
    private final Label aligned = new Label();
    private final VBox rows = new VBox(2);

    ModelsPanel(CompareViewModel model, Supplier<Optional<Path>> choose) {
        this.model = model;
        this.choose = choose;
        getStyleClass().add("side");
        setId("models-panel");
        setMinWidth(250);
        setPrefWidth(300);
        aligned.setWrapText(true);
        aligned.setMinHeight(USE_PREF_SIZE);
        aligned.getStyleClass().add("quiet");
        VBox sections = new VBox(
                new Section("Model B", new VBox(6, modelLine(), aligned)),
                new Section("Answers side by side", rows),
                new Section("All pictures of the strip", new SurveyView(model)));
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        SecondModel second = model.second();
        second.networkProperty().subscribe(this::showModel);
        second.alignmentProperty().subscribe(this::showAlignment);
        second.classes().addListener((ListChangeListener<Object>) change -> showRows());
        showRows();
    }

    private HBox modelLine() {
        chip.setId("model-b");
        chip.setMnemonicParsing(false);
        chip.setMaxWidth(Double.MAX_VALUE);
        chip.setOnShowing(showing -> fill());
        fill();
        HBox.setHgrow(chip, Priority.ALWAYS);
        Button swap = new Button("", new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
        swap.setId("swap-models");
        swap.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        swap.setTooltip(new Tooltip("Exchange model A and model B"));
        swap.setAccessibleText("Exchange model A and model B");
        swap.setMinWidth(USE_PREF_SIZE);
        swap.setOnAction(pressed -> model.second().swap());
        model.second().networkProperty().subscribe(network -> swap.setDisable(network == null));
        HBox line = new HBox(6, chip, swap);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fill() {
        MenuItem open = new MenuItem("Open model B…");
        open.setOnAction(chosen -> choose.get().ifPresent(model.second()::open));
        chip.getItems().setAll(open);
        List<Path> samples = model.workbench().services().samples().models();
        List<Path> recent = model.workbench().preferences().get().recentModels().stream()
                .map(Path::of)
                .toList();
        add(samples);
        add(recent.stream().filter(file -> !samples.contains(file)).toList());
    }

    private void add(List<Path> files) {
        if (!files.isEmpty()) {
            chip.getItems().add(new SeparatorMenuItem());
        }
        files.forEach(file -> {
            MenuItem item = new MenuItem(file.getFileName().toString());
            item.setMnemonicParsing(false);
            item.setOnAction(chosen -> model.second().open(file));
            chip.getItems().add(item);
        });
    }

    private void showModel(Network network) {
        showRows();
        chip.setText(network == null ? "Open model B" : network.model().name());
    }

    private void showAlignment(ClassAlignment alignment) {
        if (alignment == null) {
            aligned.setText("A second model answers for the same picture; classes are matched by their names.");
            return;
        }
        int first = alignment.ofFirst().length;
        int second = alignment.ofSecond().length;
        int shared = alignment.shared();
        aligned.setText(
                shared == first && shared == second
                        ? "All " + shared + " classes have the same names in both."
                        : shared + " classes are in both; " + (first - shared) + " only in A, " + (second - shared)
                                + " only in B.");
    }

    private void showRows() {
        rows.getChildren()
                .setAll(model.second().classes().stream().map(AlignedRow::new).toList());
        if (rows.getChildren().isEmpty()) {
            Label none = new Label(
                    model.second().networkProperty().get() == null
                            ? "Open model B to see both answers."
                            : "Model B is being asked.");
            none.getStyleClass().add("quiet");
            rows.getChildren().add(none);
        }
    }
}
