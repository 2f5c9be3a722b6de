package vermeer.ui.dream;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.dream.Feature;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.ui.control.Segments;

/** What a picture is made for: a class, found by its name, or a layer and what in it. */
final class FeatureForm extends VBox {
    private static final int MOST_FOUND = 200;

    private final DreamViewModel model;
    private final FeatureChoice choice;
    private final HBox kinds = new HBox();
    private final VBox fields = new VBox(8);
    private final ToggleGroup group = new ToggleGroup();

    FeatureForm(DreamViewModel model) {
        this.model = model;
        this.choice = model.feature();
        getStyleClass().add("feature-form");
        setSpacing(8);
        getChildren().addAll(kinds, fields);
        model.dreamProperty().subscribe(this::showKinds);
        model.modelProperty().subscribe(this::showFields);
        choice.kindProperty().subscribe(this::showKinds);
        choice.layerProperty().subscribe(this::showFields);
        showKinds();
    }

    private void showKinds() {
        List<MadeFor> possible = FeatureChoice.kinds(model.dreamProperty().get());
        kinds.getChildren().clear();
        for (MadeFor kind : possible) {
            ToggleButton button = new ToggleButton(kind.title());
            button.setId("made-for-" + kind.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setSelected(kind == choice.kindProperty().get());
            button.setOnAction(pressed -> {
                button.setSelected(true);
                choice.kindProperty().set(kind);
            });
            kinds.getChildren().add(button);
        }
        Segments.round(
                kinds.getChildren().stream().map(ToggleButton.class::cast).toList());
        kinds.setVisible(possible.size() > 1);
        kinds.setManaged(possible.size() > 1);
        showFields();
    }

    private void showFields() {
        OpenModel network = model.modelProperty().get();
        fields.getChildren().clear();
        if (network == null) {
            return;
        }
        MadeFor kind = choice.kindProperty().get();
        if (kind == MadeFor.CLASS) {
            fields.getChildren().add(classes(network));
            return;
        }
        fields.getChildren().add(layers(network));
        Layer layer = choice.layerProperty().get();
        if (kind == MadeFor.LAYER || layer == null) {
            return;
        }
        fields.getChildren().add(line("Channel", "dream-channel", Feature.channels(layer), choice.channelProperty()));
        if (kind == MadeFor.NEURON) {
            boolean map = layer.shape().length == 3;
            fields.getChildren()
                    .add(line(
                            map ? "Row" : "Token",
                            "dream-row",
                            map ? layer.shape()[1] : layer.shape()[0],
                            choice.rowProperty()));
            if (map) {
                fields.getChildren().add(line("Column", "dream-column", layer.shape()[2], choice.columnProperty()));
            }
        }
    }

    private Node classes(OpenModel network) {
        TextField search = new TextField();
        search.setId("dream-class-search");
        search.setPromptText("Find a class; now the predicted one");
        ListView<Integer> list = new ListView<>();
        list.setId("dream-classes");
        list.setPrefHeight(132);
        list.setMinHeight(96);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Integer index, boolean empty) {
                super.updateItem(index, empty);
                setPrefWidth(0);
                setText(empty || index == null ? "" : network.classNames().get(index));
            }
        });
        search.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            list.getItems()
                    .setAll(IntStream.range(0, network.classNames().size())
                            .filter(index -> network.classNames()
                                    .get(index)
                                    .toLowerCase(Locale.ROOT)
                                    .contains(wanted))
                            .limit(wanted.isEmpty() ? network.classNames().size() : MOST_FOUND)
                            .boxed()
                            .toList());
            if (!wanted.isEmpty() && !list.getItems().isEmpty()) {
                list.getSelectionModel().select(0);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(index -> choice.classIndexProperty()
                .set(index));
        return new VBox(6, search, list);
    }

    private Node layers(OpenModel network) {
        ComboBox<Layer> box = new ComboBox<>();
        box.setId("dream-layer");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(network.activations().layers());
        box.setCellFactory(list -> new LayerCell());
        box.setButtonCell(new LayerCell());
        network.activations().layers().stream()
                .filter(layer -> choice.layerProperty().get() != null
                        && layer.value().equals(choice.layerProperty().get().value()))
                .findFirst()
                .ifPresent(box::setValue);
        box.setOnAction(chosen -> {
            if (box.getValue() != choice.layerProperty().get()) {
                choice.take(box.getValue());
            }
        });
        return box;
    }

    private static Node line(String name, String id, int count, IntegerProperty property) {
        Label label = new Label(name + " (0 to " + (count - 1) + ")");
        label.getStyleClass().add("quiet");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        IntegerSpinnerValueFactory values =
                new IntegerSpinnerValueFactory(0, count - 1, Math.min(property.get(), count - 1));
        Spinner<Integer> spinner = new Spinner<>(values);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        property.subscribe(value -> values.setValue(Math.min(count - 1, value.intValue())));
        spinner.valueProperty().subscribe(value -> {
            if (value != null) {
                property.set(value);
            }
        });
        label.setLabelFor(spinner);
        HBox line = new HBox(8, label, spinner);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}
