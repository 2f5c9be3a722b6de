package vermeer.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.trust.Control;
import vermeer.trust.Evidence;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;

/**
 * Judges maps by measures. The controls of one subject are read once, however many maps of it are judged.
 *
 * @apiNote To be used from one thread, the compute lane.
 */
public final class Judge {
    /** The seed of the random control. */
    public static final long CONTROL_SEED = 0;

    private final ImageModel model;
    private final Map<TrustMeasure, Map<Control, Reading>> controls = new HashMap<>();
    private Subject known;

    public Judge(ImageModel model) {
        this.model = model;
    }

    /**
     * What a measure, which must be available, says of a map and of the controls.
     *
     * @apiNote Long-running.
     */
    public Judgement judge(TrustMeasure measure, Evidence evidence, Progress progress)
            throws EngineException, CancelledException {
        boolean read = !controls(evidence.subject()).containsKey(measure);
        int parts = read ? 1 + Control.values().length : 1;
        Reading reading = measure.read(evidence, progress.part(0, 1.0 / parts));
        if (read) {
            controls.put(measure, controls(measure, evidence.subject(), progress.part(1.0 / parts, 1)));
        }
        return new Judgement(measure, reading, controls.get(measure));
    }

    private Map<TrustMeasure, Map<Control, Reading>> controls(Subject subject) {
        if (known == null || known.input() != subject.input() || !known.target().equals(subject.target())) {
            known = subject;
            controls.clear();
        }
        return controls;
    }

    private Map<Control, Reading> controls(TrustMeasure measure, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        Map<Control, Reading> readings = new EnumMap<>(Control.class);
        int count = Control.values().length;
        for (Control control : Control.values()) {
            Evidence evidence = Evidence.of(model, subject, control, CONTROL_SEED);
            Progress part = progress.part((double) control.ordinal() / count, (control.ordinal() + 1.0) / count);
            if (measure.unavailable(evidence).isEmpty()) {
                readings.put(control, measure.read(evidence, part));
            }
        }
        return readings;
    }
}
