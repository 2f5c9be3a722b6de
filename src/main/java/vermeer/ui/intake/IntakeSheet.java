package vermeer.ui.intake;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Sheet;

/** The intake check as a sheet: a row a field, with its value, its source, and a mark where it is guessed. */
public final class IntakeSheet {
    private IntakeSheet() {}

    /**
     * Builds the sheet.
     *
     * @param chooseList asks the user for a file with class names
     * @param onSaved told the model's file when its profile was saved
     * @param showNetworkView shows a picture as the network sees it
     */
    public static Sheet of(
            IntakeViewModel model,
            Supplier<Optional<Path>> chooseList,
            Consumer<Path> onSaved,
            Runnable showNetworkView,
            Runnable close) {
        VBox body = new VBox(14, text(model.advice(), "explanation"), grid(model, chooseList));
        model.remarks().forEach(remark -> body.getChildren().add(text(remark, "explanation")));
        Label problem = text("", "problem");
        problem.setId("intake-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(model.problemProperty().isNotEmpty());
        body.getChildren().add(problem);
        Button view = new Button("As the network sees it");
        view.setTooltip(new Tooltip("Show the very numbers that the network reads, as a picture"));
        view.setOnAction(pressed -> {
            close.run();
            showNetworkView.run();
        });
        Button save = new Button("Save beside the model");
        save.setId("intake-save");
        save.setTooltip(new Tooltip("Write these values to a .profile.json beside the model, for the next time"));
        save.setOnAction(pressed -> model.save(file -> {
            close.run();
            onSaved.accept(file);
        }));
        Button use = new Button("Use");
        use.setId("intake-use");
        use.getStyleClass().add(Styles.ACCENT);
        use.setTooltip(new Tooltip("Ask the model with these values, until it is opened again"));
        use.setOnAction(pressed -> {
            if (model.use()) {
                close.run();
            }
        });
        return new Sheet("Intake check: " + model.name(), body, 760, close)
                .with(view)
                .with(save)
                .with(use);
    }

    private static GridPane grid(IntakeViewModel model, Supplier<Optional<Path>> chooseList) {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(9);
        ColumnConstraints names = new ColumnConstraints(130);
        ColumnConstraints values = new ColumnConstraints(180, 270, 300);
        ColumnConstraints why = new ColumnConstraints();
        why.setHgrow(Priority.ALWAYS);
        why.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values, why);
        model.rows()
                .forEach(row -> addRow(
                        grid,
                        row,
                        row.choosesFile()
                                ? classes(row, () -> chooseList.get().ifPresent(model::chooseClasses))
                                : editor(row)));
        return grid;
    }

    private static void addRow(GridPane grid, IntakeRow row, Node value) {
        Label name = new Label(row.label());
        name.setLabelFor(value);
        boolean self = row.belief().guessed() || row.fixed();
        Label why =
                text(self ? row.belief().why() : "From " + row.belief().source().text() + ".", "explanation");
        why.getStyleClass().add(Styles.TEXT_SMALL);
        HBox source = new HBox(8, why);
        if (row.belief().guessed()) {
            Label guessed = new Label("guessed");
            guessed.getStyleClass().addAll("badge", "guessed");
            guessed.setMinWidth(Label.USE_PREF_SIZE);
            source.getChildren().add(0, guessed);
        }
        HBox.setHgrow(why, Priority.ALWAYS);
        Tooltip.install(source, new Tooltip(row.belief().why()));
        grid.addRow(grid.getRowCount(), name, value, source);
        GridPane.setValignment(name, VPos.CENTER);
        source.setAlignment(Pos.CENTER_LEFT);
    }

    private static Node classes(IntakeRow row, Runnable choose) {
        Label value = text("", "value");
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> row.changed()
                                ? row.valueProperty().get()
                                : row.belief().value(),
                        row.valueProperty()));
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        Button button = new Button("Choose…");
        button.setId("intake-classes");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip("Choose a file with the class names: one a line, or a table with a column 'name'"));
        button.setAccessibleText("Choose a class list");
        button.setOnAction(pressed -> choose.run());
        HBox both = new HBox(8, value, button);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Node editor(IntakeRow row) {
        if (row.fixed()) {
            return text(row.belief().value(), "value");
        }
        if (!row.choices().isEmpty()) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(row.choices());
            box.valueProperty().bindBidirectional(row.valueProperty());
            box.setMaxWidth(Double.MAX_VALUE);
            box.setId("intake-" + row.belief().field());
            box.setAccessibleText(row.label());
            return box;
        }
        TextField field = new TextField();
        field.textProperty().bindBidirectional(row.valueProperty());
        field.setId("intake-" + row.belief().field());
        field.setAccessibleText(row.label());
        return field;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
