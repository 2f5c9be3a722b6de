package vermeer.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.trust.Control;
import vermeer.trust.Evidence;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;

/** Judges maps by measures. The controls of one subject are read once, however many maps of it are judged. */
public final class Judge {
    /** The seed of the random control. */
    public static final long CONTROL_SEED = 0;

    private final ImageModel model;
    private final List<TrustMeasure> measures;
    private final Map<TrustMeasure, Map<Control, Double>> controls = new HashMap<>();
    private Subject known;

    public Judge(ImageModel model, List<TrustMeasure> measures) {
        this.model = model;
        this.measures = List.copyOf(measures);
    }

    /**
     * What each measure that can judge the map says of it.
     *
     * @apiNote Long-running; call on the compute lane.
     */
    public List<Judgement> judge(Subject subject, AttributionMethod method, Heatmap map, Progress progress)
            throws EngineException, CancelledException {
        if (known == null || known.input() != subject.input() || !known.target().equals(subject.target())) {
            known = subject;
            controls.clear();
        }
        Evidence evidence = new Evidence(model, subject, map, Optional.of(method));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            TrustMeasure measure = measures.get(i);
            Progress part = progress.part((double) i / measures.size(), (i + 1.0) / measures.size());
            if (measure.unavailable(evidence).isEmpty()) {
                Reading reading = measure.read(evidence, part.part(0, 0.25));
                judgements.add(new Judgement(measure, reading, controls(measure, subject, part.part(0.25, 1))));
            }
        }
        return judgements;
    }

    private Map<Control, Double> controls(TrustMeasure measure, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        Map<Control, Double> read = controls.get(measure);
        if (read == null) {
            read = new EnumMap<>(Control.class);
            for (Control control : Control.values()) {
                Heatmap map = control.map(subject, model.scores().layout(), CONTROL_SEED);
                Evidence evidence = new Evidence(model, subject, map, Optional.empty());
                if (measure.unavailable(evidence).isEmpty()) {
                    read.put(control, measure.read(evidence, progress).value());
                }
            }
            controls.put(measure, read);
        }
        return read;
    }
}
