package vermeer.trust;

import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;

/** What makes a map, so that it can be made again for a slightly different picture. */
@FunctionalInterface
public interface MapSource {

    /** @apiNote May be long-running; call on the compute lane. */
    Heatmap map(ImageModel model, Subject subject, Progress progress) throws EngineException, CancelledException;

    /** A method with its settings. */
    static MapSource of(AttributionMethod method) {
        return (model, subject, progress) ->
                method.explain(model, subject, Sketch.none(), progress).map();
    }

    /** A control, which asks no model. */
    static MapSource of(Control control, long seed) {
        return (model, subject, progress) -> control.map(subject, model.scores().layout(), seed);
    }
}
