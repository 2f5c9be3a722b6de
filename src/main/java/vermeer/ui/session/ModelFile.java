package vermeer.ui.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vermeer.image.InputProfile;
import vermeer.model.Source;
import vermeer.ui.investigation.Network;
import vermeer.ui.opening.OpenNetwork;

/** What a session keeps of a network: its file, and its profile where the user has changed that. */
final class ModelFile {
    private ModelFile() {}

    /** The file that the user opened; empty for a network that was built without one. */
    static Optional<Path> of(Network network) {
        return network instanceof OpenNetwork open
                        && Files.isRegularFile(open.model().file())
                ? Optional.of(open.model().file().toAbsolutePath().normalize())
                : Optional.empty();
    }

    /** How a picture becomes its input, where that is the user's own word. */
    static Optional<InputProfile> editedProfile(Network network) {
        boolean edited = network instanceof OpenNetwork open
                && open.model().report().beliefs().stream()
                        .anyMatch(belief -> belief.source() == Source.EDITED || belief.source() == Source.OPTION);
        return edited ? Optional.of(((OpenNetwork) network).model().profile()) : Optional.empty();
    }
}
