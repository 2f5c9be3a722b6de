package vermeer.ui.tuning.results;

import java.io.File;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import vermeer.evaluation.Subsets;
import vermeer.ui.tuning.Thumbnails;

/** A list of judged pictures, the chosen one's maps, and what can be decided about its label: K, R, X, and U for undo. */
final class PicturesView extends VBox {
    private final ResultsViewModel model;
    private final ListView<ListedPicture> list = new ListView<>();
    private final ComboBox<String> tag = new ComboBox<>();
    private final Button relabel = action("Relabel", "R", MaterialDesignT.TAG_OUTLINE);
    private final Button undo = action("Undo", "U", MaterialDesignU.UNDO);

    PicturesView(ResultsViewModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("pictures");
        Thumbnails thumbnails = new Thumbnails(
                model.tuning().workbench().services().decoder(),
                model.tuning().workbench().runner());
        list.setId("judged-pictures");
        list.setOrientation(Orientation.HORIZONTAL);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new PictureCell(model, thumbnails));
        list.setMinHeight(156);
        list.setPrefHeight(156);
        list.setMaxHeight(156);
        list.getSelectionModel().selectedItemProperty().subscribe(picture -> {
            if (picture != null && picture != model.chosenProperty().get()) {
                model.chosenProperty().set(picture);
            }
        });
        Label title = FiguresView.title("");
        title.setId("listing-title");
        Label hint = FiguresView.quiet("");
        hint.setWrapText(true);
        MapsView maps = new MapsView(model);
        VBox.setVgrow(maps, Priority.ALWAYS);
        getChildren().addAll(choices(), title, hint, list, decisions(), tags(), maps);
        model.listingProperty().subscribe(listing -> {
            if (listing != null) {
                title.setText(listing.title() + ", " + listing.pictures().size() + " photos");
                hint.setText(listing.hint());
                list.getItems().setAll(listing.pictures());
            }
        });
        model.chosenProperty().subscribe(this::follow);
        model.reviewedProperty().subscribe(count -> {
            list.refresh();
            undo.setDisable(!model.canUndo());
        });
        model.tagging().tagsProperty().subscribe(all -> {
            list.refresh();
            tag.getItems().setAll(model.tagging().names());
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The user's own words: T goes to the field, Enter gives the word to all chosen photos or takes it from them. */
    private Node tags() {
        tag.setId("tag-name");
        tag.setEditable(true);
        tag.setPrefWidth(170);
        tag.setPromptText("a word for these photos");
        tag.setAccessibleText("Tag of the chosen photos");
        tag.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                tag();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                list.requestFocus();
                event.consume();
            }
        });
        tag.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        Button give = new Button("Tag", new FontIcon(MaterialDesignL.LABEL_OUTLINE));
        give.setId("tag-give");
        give.setTooltip(
                new Tooltip("Gives the word to the chosen photos, or takes it from them (T). Choose several with"
                        + " Shift or Ctrl. A word for " + Subsets.FEWEST
                        + " photos or more is a subset of the error analysis."));
        give.setOnAction(pressed -> tag());
        FlowPane line = new FlowPane(6, 6, tag, give);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void tag() {
        model.tagging()
                .toggle(
                        List.copyOf(list.getSelectionModel().getSelectedItems()),
                        tag.getEditor().getText());
        list.requestFocus();
    }

    private void follow(ListedPicture picture) {
        if (picture != null && picture != list.getSelectionModel().getSelectedItem()) {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(picture);
            list.scrollTo(Math.max(0, list.getItems().indexOf(picture) - 1));
        }
        relabel.setDisable(picture == null || picture.proposed().equals(picture.label()));
        relabel.setText(picture == null || relabel.isDisabled() ? "Relabel" : "It is " + picture.proposed());
    }

    private Node choices() {
        Button losses = new Button("Largest losses");
        losses.setId("show-losses");
        losses.setOnAction(pressed -> model.losses());
        Button suspects = new Button("Suspected labels");
        suspects.setId("show-suspects");
        suspects.setOnAction(pressed -> model.suspects());
        Button export = new Button("", new FontIcon(MaterialDesignE.EXPORT_VARIANT));
        export.setTooltip(new Tooltip("Export the suspected labels as a table"));
        export.setAccessibleText("Export the suspected labels as a table");
        export.setOnAction(pressed -> export());
        HBox line = new HBox(6, losses, suspects, export);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node decisions() {
        Button keep = action("Label is right", "K", MaterialDesignC.CHECK);
        keep.setId("review-keep");
        keep.setOnAction(pressed -> model.keep());
        relabel.setId("review-relabel");
        relabel.setOnAction(pressed -> model.relabel());
        Button exclude = action("Leave out", "X", MaterialDesignC.CLOSE);
        exclude.setId("review-exclude");
        exclude.setOnAction(pressed -> model.exclude());
        undo.setId("review-undo");
        undo.setOnAction(pressed -> model.undo());
        undo.setDisable(true);
        FlowPane line = new FlowPane(6, 6, keep, relabel, exclude, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button action(String text, String key, org.kordamp.ikonli.Ikon icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setTooltip(new Tooltip(text + " (" + key + "); training uses it from the next run on"));
        return button;
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (!plain || model.chosenProperty().get() == null) {
            return;
        }
        switch (event.getCode()) {
            case K -> model.keep();
            case R -> {
                if (!relabel.isDisabled()) {
                    model.relabel();
                }
            }
            case X, DELETE -> model.exclude();
            case U -> model.undo();
            // later, so that the letter itself is not written into the field
            case T -> Platform.runLater(tag::requestFocus);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the suspected labels");
        chooser.setInitialFileName("suspected-labels.csv");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.exportSuspects(file.toPath());
        }
    }
}
