package vermeer.ui.tuning.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vermeer.data.PathPattern;
import vermeer.data.decision.Decisions;
import vermeer.data.label.FolderNames;
import vermeer.data.label.LabelSource;
import vermeer.data.label.LabelTable;
import vermeer.data.label.NamePattern;
import vermeer.data.label.TableColumns;
import vermeer.ui.control.Segments;

/** Where are the labels? */
final class LabelsQuestion extends Question {
    private static final String FOLDERS = "Folder names";
    private static final String TABLE = "A table";
    private static final String NAMES = "File names";

    private final DataViewModel model;
    private final Segments<String> where = new Segments<>("labels", List.of(FOLDERS, TABLE, NAMES), text -> text);
    private final ComboBox<String> depth = new ComboBox<>();
    private final ComboBox<String> pictureColumn = new ComboBox<>();
    private final ComboBox<String> labelColumn = new ComboBox<>();
    private final Label tableName = quiet("");
    private final TextField pattern = new TextField("{label}_*");
    private final Label problem = new Label();
    private LabelTable table;
    private boolean following;

    LabelsQuestion(DataViewModel model) {
        super(2, "Where are the labels?");
        this.model = model;
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        problem.setId("labels-problem");
        show(problem, false);
        VBox folders = folders();
        VBox fromTable = fromTable();
        VBox names = names();
        getChildren().addAll(where, folders, fromTable, names, problem);
        where.valueProperty().subscribe(chosen -> {
            show(folders, chosen.equals(FOLDERS));
            show(fromTable, chosen.equals(TABLE));
            show(names, chosen.equals(NAMES));
            decide();
        });
        model.decisionsProperty().subscribe(this::follow);
    }

    private VBox folders() {
        depth.getItems()
                .setAll(
                        "the folder inside train, val, test, or else the first folder",
                        "the first folder",
                        "the second folder",
                        "the third folder");
        depth.getSelectionModel().select(0);
        depth.setMaxWidth(Double.MAX_VALUE);
        depth.setAccessibleText("Which folder names the class");
        depth.setOnAction(chosen -> decide());
        return new VBox(6, quiet("A photo's class is the name of"), depth);
    }

    private VBox fromTable() {
        Button choose = new Button("Choose a CSV file…");
        choose.setId("choose-table");
        choose.setOnAction(pressed -> chooseTable());
        HBox line = new HBox(10, choose, tableName);
        line.setAlignment(Pos.CENTER_LEFT);
        pictureColumn.setOnAction(chosen -> decide());
        labelColumn.setOnAction(chosen -> decide());
        pictureColumn.setAccessibleText("Column with the photos' names");
        labelColumn.setAccessibleText("Column with the labels");
        HBox columns = new HBox(8, quiet("Photo"), pictureColumn, quiet("Label"), labelColumn);
        columns.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, line, columns);
    }

    private VBox names() {
        pattern.setId("label-pattern");
        pattern.setAccessibleText("Pattern of the file names");
        pattern.setOnAction(entered -> decide());
        pattern.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                decide();
            }
        });
        return new VBox(
                6,
                pattern,
                quiet("{label} is the class, * stands for anything: {label}_* reads \"oak\" from \"oak_0012.jpg\"."));
    }

    private void chooseTable() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose the table with the labels");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Tables", "*.csv", "*.tsv", "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        if (model.folderProperty().get() != null) {
            chooser.setInitialDirectory(model.folderProperty().get().toFile());
        }
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            open(chosen.toPath(), () -> {
                pictureColumn.getSelectionModel().select(0);
                labelColumn.getSelectionModel().select(1);
            });
        }
    }

    private void open(Path file, Runnable chooseColumns) {
        model.openTable(
                file,
                opened -> {
                    table = opened;
                    following = true;
                    tableName.setText(file.getFileName() + ", " + opened.rows().size() + " rows");
                    pictureColumn.getItems().setAll(opened.header());
                    labelColumn.getItems().setAll(opened.header());
                    chooseColumns.run();
                    following = false;
                    decide();
                },
                this::tell);
    }

    private void decide() {
        if (following || model.folderProperty().get() == null) {
            return;
        }
        try {
            tell("");
            chosen().ifPresent(labels -> model.decide(
                    decisions -> decisions.labels().equals(labels) ? decisions : decisions.withLabels(labels)));
        } catch (IllegalArgumentException refused) {
            tell(Character.toUpperCase(refused.getMessage().charAt(0))
                    + refused.getMessage().substring(1) + ".");
        }
    }

    private Optional<LabelSource> chosen() {
        switch (where.valueProperty().get()) {
            case FOLDERS:
                return Optional.of(new FolderNames(depth.getSelectionModel().getSelectedIndex()));
            case NAMES:
                return Optional.of(new NamePattern(PathPattern.label(pattern.getText())));
            default:
                return table == null || labelColumn.getValue() == null
                        ? Optional.empty()
                        : Optional.of(new TableColumns(
                                table.file(), pictureColumn.getValue(), labelColumn.getValue(), Optional.empty()));
        }
    }

    private void follow(Decisions decisions) {
        following = true;
        LabelSource labels = decisions.labels();
        if (labels instanceof FolderNames folders) {
            where.valueProperty().set(FOLDERS);
            depth.getSelectionModel().select(Math.min(3, folders.depth()));
        } else if (labels instanceof NamePattern names) {
            where.valueProperty().set(NAMES);
            pattern.setText(names.pattern().text());
        } else if (labels instanceof TableColumns columns) {
            where.valueProperty().set(TABLE);
            if (table == null || !table.file().equals(columns.table())) {
                open(columns.table(), () -> choose(columns));
            } else {
                choose(columns);
            }
        }
        following = false;
    }

    private void choose(TableColumns columns) {
        pictureColumn.setValue(columns.picture());
        labelColumn.setValue(columns.label());
    }

    private void tell(String text) {
        problem.setText(text);
        show(problem, !text.isEmpty());
    }
}
