package vermeer.ui.dream;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.dream.Dream;
import vermeer.dream.Feature;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Prediction;

/** What a picture is to be made for, as it is being chosen. */
public final class FeatureChoice {
    private final ObjectProperty<MadeFor> kind = new SimpleObjectProperty<>(MadeFor.CLASS);
    private final ObjectProperty<Integer> classIndex = new SimpleObjectProperty<>();
    private final ObjectProperty<Layer> layer = new SimpleObjectProperty<>();
    private final IntegerProperty channel = new SimpleIntegerProperty();
    private final IntegerProperty row = new SimpleIntegerProperty();
    private final IntegerProperty column = new SimpleIntegerProperty();
    private boolean chosenByUser;

    /** The kinds that a dream can be made for. */
    static List<MadeFor> kinds(Dream dream) {
        return List.of(MadeFor.values()).stream()
                .filter(kind -> kind.fits(dream.needs()))
                .toList();
    }

    /** Takes what the dream is mostly made for; keeps the layer. */
    void suit(Dream dream) {
        kind.set(dream.needs().layer() ? MadeFor.LAYER : kinds(dream).get(0));
    }

    /** Keeps the layer where the user chose it and the network has it; else takes the dream's own. */
    void suit(Dream dream, OpenModel model) {
        boolean known = chosenByUser
                && layer.get() != null
                && model.activations().layers().stream()
                        .anyMatch(each -> each.value().equals(layer.get().value()));
        if (!known) {
            chosenByUser = false;
            show(dream.layer(model).orElse(null));
        }
    }

    /** Takes the user's layer, and the middle of it for a neuron. */
    public void take(Layer chosen) {
        chosenByUser = true;
        show(chosen);
    }

    private void show(Layer chosen) {
        layer.set(chosen);
        if (chosen != null) {
            boolean map = chosen.shape().length == 3;
            channel.set(Math.min(channel.get(), Feature.channels(chosen) - 1));
            row.set(map ? chosen.shape()[1] / 2 : 0);
            column.set(map ? chosen.shape()[2] / 2 : 0);
        }
    }

    /**
     * What is chosen.
     *
     * @param prediction whose best class is taken while no other is chosen; null for none
     * @throws IllegalArgumentException where it lies outside of the layer; the message is one sentence
     */
    Optional<Feature> feature(OpenModel model, Prediction prediction) {
        if (kind.get() == MadeFor.CLASS) {
            Integer index = classIndex.get() != null || prediction == null
                    ? classIndex.get()
                    : Integer.valueOf(prediction.best().index());
            return Optional.ofNullable(index)
                    .filter(known -> known < model.classNames().size())
                    .map(known -> new Feature.Logit(known, model.classNames().get(known)));
        }
        Layer chosen = layer.get();
        if (chosen == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind.get()) {
                    case LAYER -> new Feature.WholeLayer(chosen);
                    case CHANNEL -> new Feature.Channel(chosen, channel.get());
                    default -> new Feature.Neuron(chosen, channel.get(), row.get(), column.get());
                });
    }

    public ObjectProperty<MadeFor> kindProperty() {
        return kind;
    }

    /** Among the network's classes; null for the predicted one. */
    public ObjectProperty<Integer> classIndexProperty() {
        return classIndex;
    }

    public ObjectProperty<Layer> layerProperty() {
        return layer;
    }

    public IntegerProperty channelProperty() {
        return channel;
    }

    public IntegerProperty rowProperty() {
        return row;
    }

    public IntegerProperty columnProperty() {
        return column;
    }
}
