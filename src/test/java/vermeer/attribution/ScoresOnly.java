package vermeer.attribution;

import java.util.List;
import java.util.Optional;
import vermeer.model.Activations;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Scores;

/** A network with an operator that cannot be differentiated. */
record ScoresOnly(PlantedNetwork network) implements ImageModel {
    @Override
    public String name() {
        return "scores only";
    }

    @Override
    public List<String> classNames() {
        return network.classNames();
    }

    @Override
    public Scores scores() {
        return network;
    }

    @Override
    public Activations activations() {
        return network;
    }

    @Override
    public Optional<Gradients> gradients() {
        return Optional.empty();
    }

    @Override
    public String noGradientReason() {
        return "The operator Mystery has no gradient rule.";
    }

    @Override
    public void close() {}
}
