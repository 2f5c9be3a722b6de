package vermeer.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermeer.attribution.AttributionMethod;
import vermeer.session.Explanation;
import vermeer.session.FileReference;
import vermeer.session.Session;
import vermeer.session.SessionException;

/** The maps that a session asks for, one a picture. */
final class SessionMaps {
    private SessionMaps() {}

    /** @param refused receives one sentence for what this version cannot ask */
    static List<Asked> of(Session session, Set<String> refused) {
        Optional<Path> model = session.model().map(FileReference::path);
        List<Asked> maps = new ArrayList<>();
        for (Explanation explanation : session.explanations()) {
            try {
                AttributionMethod method = explanation.attribution();
                for (int i = 0; i < session.pictures().size(); i++) {
                    if (explanation.asks(i)) {
                        Path picture = session.pictures().get(i).file().path();
                        maps.add(new Asked(model, picture, method, explanation.target()));
                    }
                }
            } catch (SessionException ofAnotherVersion) {
                refused.add(ofAnotherVersion.getMessage());
            }
        }
        return maps;
    }
}
