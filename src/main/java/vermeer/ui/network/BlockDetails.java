package vermeer.ui.network;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.network.Block;
import vermeer.network.FirstLayer;
import vermeer.network.LayerPlaces;
import vermeer.network.WeightStatistics;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Section;

/** All about the chosen block: what it costs, its weights, its feature maps, and what its channels answer to. */
final class BlockDetails extends VBox {
    private final NetworkViewModel model;
    private final SurveyViewModel survey;
    private final FileChoosing files;
    private final BiConsumer<Layer, Integer> onDream;

    BlockDetails(
            NetworkViewModel model, SurveyViewModel survey, FileChoosing files, BiConsumer<Layer, Integer> onDream) {
        this.files = files;
        this.onDream = onDream;
        this.model = model;
        this.survey = survey;
        getStyleClass().addAll("sections", "block-details");
        model.chosenProperty().subscribe(this::show);
        model.diagramProperty().subscribe(diagram -> show(model.chosenProperty().get()));
    }

    private void show(Block block) {
        getChildren().clear();
        if (block == null) {
            Label hint =
                    new Label("Choose a block in the diagram to see what it does with the picture. Blocks with an arrow"
                            + " open: a double click shows what is inside.");
            hint.setWrapText(true);
            hint.getStyleClass().add("quiet");
            getChildren().add(hint);
            firstLayer().ifPresent(getChildren()::add);
            return;
        }
        getChildren().add(facts(block));
        Optional<Layer> layer = model.layer();
        if (layer.isPresent()) {
            getChildren().add(new FeatureMapsView(model, onDream));
            if (LayerPlaces.of(model.modelProperty().get(), layer.get()).overPicture()) {
                getChildren().add(new SurveyView(survey, model, files));
            }
        } else {
            Label none = new Label("What leaves this part is no feature map: it has no channels to show.");
            none.setWrapText(true);
            none.getStyleClass().add("quiet");
            getChildren().add(none);
        }
        if (block.isNode()) {
            weights(block).ifPresent(getChildren()::add);
        }
    }

    private Node facts(Block block) {
        Label path = new Label(block.path());
        path.setWrapText(true);
        path.getStyleClass().add("quiet");
        Label facts = new Label(block.kind()
                + (block.shapeText().isEmpty() ? "" : " · " + block.shapeText().replace(" x ", " × "))
                + "\n" + BlockBox.cost(block));
        facts.setWrapText(true);
        HBox buttons = new HBox(8);
        if (!block.isNode()) {
            Button open = new Button("Show what is inside");
            open.setOnAction(pressed -> model.open(block));
            buttons.getChildren().add(open);
        }
        if (model.canClose(block)) {
            Button close = new Button("Close the block around it");
            close.setId("close-block");
            close.setOnAction(pressed -> model.close(block));
            buttons.getChildren().add(close);
        }
        VBox content = new VBox(6, path, facts);
        if (!buttons.getChildren().isEmpty()) {
            content.getChildren().add(buttons);
        }
        return new Section(block.name(), content);
    }

    private Optional<Node> weights(Block block) {
        OpenModel network = model.modelProperty().get();
        List<WeightStatistics> all =
                WeightStatistics.of(network, block.node().orElseThrow().node());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        VBox content = new VBox(10);
        all.forEach(each -> content.getChildren().add(new StatisticsView(name(each), each.statistics())));
        boolean first = FirstLayer.of(network)
                .filter(layer -> layer.node().equals(block.node().get().node().name()))
                .isPresent();
        if (first) {
            firstLayer().ifPresent(content.getChildren()::add);
        }
        return Optional.of(new Section("Weights", content));
    }

    private static String name(WeightStatistics weights) {
        StringBuilder shape = new StringBuilder();
        for (long extent : weights.shape()) {
            shape.append(shape.isEmpty() ? "" : " × ").append(extent);
        }
        return (weights.shape().length == 1 ? "Bias, " : "Weights, ") + shape;
    }

    private Optional<Node> firstLayer() {
        OpenModel network = model.modelProperty().get();
        return Optional.ofNullable(network).flatMap(FirstLayer::of).map(layer -> {
            FlowPane kernels = new FlowPane(5, 5);
            kernels.setId("first-layer");
            for (int channel = 0; channel < layer.kernels().size(); channel++) {
                FirstLayer.Kernel kernel = layer.kernels().get(channel);
                String text = "Channel " + channel + ", largest weight " + StatisticsView.number(kernel.largest());
                kernels.getChildren().add(new Thumb(kernel.picture(), 40, text));
            }
            Label scale = new Label("Each is drawn up to its own largest weight; grey is 0.");
            scale.getStyleClass().add("quiet");
            scale.setWrapText(true);
            return new Section("What the first layer's channels look for", new VBox(6, kernels, scale));
        });
    }
}
