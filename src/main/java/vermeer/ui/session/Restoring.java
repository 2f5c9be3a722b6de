package vermeer.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.session.FileReference;
import vermeer.session.Session;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.opening.Opening;
import vermeer.ui.strip.StripViewModel;

/** Opens a session's files and, when the picture that was in sight is answered, shows what was shown. */
final class Restoring {
    private final Investigation investigation;
    private final StripViewModel strip;
    private final Opening opening;
    private final SessionViews views;
    private Awaited awaited;
    private JsonNode uncoloured;

    /** What is shown once the picture is answered by the model. */
    private record Awaited(Path picture, Optional<Path> model, JsonNode views) {
        boolean fits(Prediction prediction) {
            return prediction.picture().file().equals(picture)
                    && (model.isEmpty() || ModelFile.of(prediction.network()).equals(model));
        }
    }

    Restoring(Investigation investigation, StripViewModel strip, Opening opening, SessionViews views) {
        this.investigation = investigation;
        this.strip = strip;
        this.opening = opening;
        this.views = views;
        // the target, which comes after the prediction, would otherwise take the place of the one restored
        investigation.targetProperty().subscribe(target -> answered());
        investigation.mapProperty().subscribe(map -> {
            if (map != null && uncoloured != null) {
                JsonNode colours = uncoloured;
                uncoloured = map.unfinished() ? colours : null;
                views.restoreColours(colours);
            }
        });
        strip.selectedProperty().subscribe(selected -> {
            if (awaited != null && selected != null && !selected.file().equals(awaited.picture())) {
                awaited = null;
            }
        });
    }

    void restore(Session session) {
        awaited = null;
        uncoloured = null;
        investigation.explainBy(null);
        views.restoreSettings(session.views());
        List<Path> pictures = session.pictures().stream()
                .map(picture -> picture.file().path())
                .toList();
        Optional<Path> model = session.model().map(FileReference::path);
        if (!pictures.isEmpty()) {
            Path selected = pictures.get(SessionViews.picture(session.views(), pictures.size()));
            awaited = new Awaited(selected, model, session.views());
            strip.show(pictures, selected);
        } else {
            strip.show(pictures, null);
        }
        model.ifPresent(file -> ask(file, session));
        answered();
    }

    /** Looks at one map again; nothing else changes. */
    void show(Asked asked) {
        awaited = new Awaited(asked.picture(), asked.model(), views.of(asked));
        strip.items().stream()
                .filter(item -> item.file().equals(asked.picture())
                        && item != strip.selectedProperty().get())
                .findFirst()
                .ifPresent(item -> {
                    investigation.explainBy(null);
                    strip.select(item);
                });
        answered();
    }

    private void ask(Path file, Session session) {
        boolean open = ModelFile.of(investigation.networkProperty().get()).equals(Optional.of(file))
                && ModelFile.editedProfile(investigation.networkProperty().get())
                        .equals(session.profile());
        if (!open && session.profile().isPresent()) {
            opening.onModel(file, session.profile().get());
        } else if (!open) {
            opening.onModel(file);
        }
    }

    private void answered() {
        Prediction prediction = investigation.predictionProperty().get();
        boolean answered = prediction != null && investigation.targetProperty().get() != null;
        if (answered && awaited != null && awaited.fits(prediction)) {
            JsonNode shown = awaited.views();
            awaited = null;
            uncoloured = shown;
            views.restore(shown, prediction);
        }
    }
}
