package vermeer.ui.opening;

import java.util.Optional;
import java.util.UUID;
import vermeer.engine.ProviderChoice;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.NetworkInput;

/** A model from a file, as the window asks it. */
public final class OpenNetwork implements Network {
    private final OpenModel model;
    private final ProviderChoice provider;
    private final Preprocessing preprocessing;
    private final String opening;

    /** @param provider what computes */
    public OpenNetwork(OpenModel model, ProviderChoice provider) {
        this(model, provider, UUID.randomUUID().toString());
    }

    private OpenNetwork(OpenModel model, ProviderChoice provider, String opening) {
        this.model = model;
        this.provider = provider;
        this.preprocessing = model.preprocessing();
        this.opening = opening;
    }

    /** The same network under other beliefs about its input. */
    public OpenNetwork with(OpenModel edited) {
        return new OpenNetwork(edited, provider, opening);
    }

    @Override
    public OpenModel model() {
        return model;
    }

    @Override
    public String key() {
        return opening + " " + model.profile() + " " + model.head();
    }

    @Override
    public Optional<String> fingerprint() {
        return model.fingerprint().map(network -> network + " " + provider.provider());
    }

    @Override
    public NetworkInput input(Picture picture) {
        return new NetworkInput(preprocessing.input(picture), preprocessing.seen(picture));
    }

    @Override
    public Picture seen(NetworkInput input) {
        return preprocessing.asSeen(input.tensor());
    }

    @Override
    public String inputSize() {
        InputProfile profile = model.profile();
        return profile.width() + " × " + profile.height();
    }

    @Override
    public String provider() {
        return provider.describe();
    }

    @Override
    public String whyNotBetterProvider() {
        return provider.whyNotBetter().orElse("");
    }
}
