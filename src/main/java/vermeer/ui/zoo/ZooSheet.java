package vermeer.ui.zoo;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.model.ZooNetwork;
import vermeer.ui.control.Sheet;
import vermeer.ui.job.JobViewModel;

/** The zoo as a sheet: the list, what the selected network is, and the ways to get its file. */
public final class ZooSheet {
    private final ZooViewModel model;
    private final Label name = text("zoo-name");
    private final Label facts = text("explanation");
    private final Label description = text("value");
    private final Label refusal = text("problem");
    private final Button download = new Button("Download");
    private final Button mine = new Button("I have the file…");
    private final Button build = new Button("Random weights");
    private ZooNetwork selected;

    private ZooSheet(ZooViewModel model, Consumer<ZooNetwork> onBuild, Supplier<Optional<Path>> chooseFile) {
        this.model = model;
        download.setId("zoo-download");
        download.getStyleClass().add(Styles.ACCENT);
        download.setOnAction(pressed -> model.download(selected));
        build.setId("zoo-build");
        build.setTooltip(new Tooltip("Build the network untrained, the same every time; its answers mean nothing"));
        build.setOnAction(pressed -> onBuild.accept(selected));
        mine.setId("zoo-mine");
        mine.setOnAction(pressed -> chooseFile.get().ifPresent(file -> model.useFile(selected, file)));
    }

    /**
     * Builds the sheet.
     *
     * @param onBuild builds a network with random weights
     * @param jobs shows how far a download is
     * @param chooseFile asks the user for a file
     */
    public static Sheet of(
            ZooViewModel model,
            Consumer<ZooNetwork> onBuild,
            JobViewModel jobs,
            Supplier<Optional<Path>> chooseFile,
            Runnable close) {
        ZooSheet sheet = new ZooSheet(model, onBuild, chooseFile);
        return new Sheet("Networks from the zoos", sheet.body(jobs), 760, () -> {
            model.cancel();
            close.run();
        });
    }

    private HBox body(JobViewModel jobs) {
        ListView<ZooNetwork> list = new ListView<>();
        list.setId("zoo-list");
        list.getItems().setAll(model.networks());
        list.setCellFactory(view -> new NetworkCell());
        list.setPrefSize(290, 420);
        list.setMinWidth(220);
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        list.getSelectionModel().selectFirst();
        VBox details = new VBox(
                10,
                name,
                facts,
                description,
                refusal,
                new HBox(8, download, mine, build),
                progress(jobs),
                problem(),
                note("Downloads come from the zoo's host, once, and are checked; nothing is sent there."));
        HBox.setHgrow(details, Priority.ALWAYS);
        return new HBox(20, list, details);
    }

    private HBox progress(JobViewModel jobs) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(jobs.shareProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label left = new Label();
        left.textProperty().bind(jobs.timeLeftProperty());
        Button cancel = new Button("Cancel");
        cancel.setId("zoo-cancel");
        cancel.getStyleClass().addAll(Styles.SMALL);
        cancel.setOnAction(pressed -> model.cancel());
        HBox line = new HBox(8, bar, left, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.busyProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Label problem() {
        Label problem = text("problem");
        problem.setId("zoo-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(model.problemProperty().isNotEmpty());
        return problem;
    }

    private void show(ZooNetwork network) {
        selected = network;
        if (network == null) {
            return;
        }
        name.setText(network.name());
        facts.setText(network.zoo().title() + ", " + ZooViewModel.facts(network));
        description.setText(network.description());
        String why = network.refusal()
                .orElse(network.file().isPresent() ? "" : "This zoo has no trained weights for it to fetch.");
        refusal.setText(why);
        refusal.setManaged(!why.isEmpty());
        build.setVisible(network.buildable());
        boolean available = why.isEmpty();
        download.disableProperty().unbind();
        mine.disableProperty().unbind();
        if (available) {
            download.disableProperty().bind(model.busyProperty());
            mine.disableProperty().bind(model.busyProperty());
        } else {
            download.setDisable(true);
            mine.setDisable(true);
        }
    }

    private static Label note(String text) {
        Label note = text("explanation");
        note.setText(text);
        note.getStyleClass().add(Styles.TEXT_SMALL);
        return note;
    }

    private static Label text(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** A network in the list: its name, and its zoo. */
    private static final class NetworkCell extends ListCell<ZooNetwork> {
        @Override
        protected void updateItem(ZooNetwork network, boolean none) {
            super.updateItem(network, none);
            if (none || network == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Label zoo = new Label(network.zoo() == ZooNetwork.Kind.DL4J ? "DL4J" : "ONNX");
            zoo.getStyleClass().add("badge");
            setGraphic(zoo);
            setText(network.name());
            setOpacity(network.refusal().isPresent() ? 0.55 : 1);
        }
    }
}
