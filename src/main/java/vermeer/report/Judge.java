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
 * Judges maps by measures. The controls of one subject are read once, and what no map changes is found out once, however many
 * maps of it are judged.
 *
 * @apiNote To be used from one thread, the compute lane.
 */
public final class Judge {
    /** The seed of the random control. */
    public static final long CONTROL_SEED = 0;

    private final ImageModel model;
    private final Map<TrustMeasure, Map<Control, Reading>> controls = new HashMap<>();
    private final Map<TrustMeasure, TrustMeasure.Probe> probes = new HashMap<>();
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
        known(evidence.subject());
        boolean unread = !controls.containsKey(measure);
        int parts = 1 + (probes.containsKey(measure) ? 0 : 1) + (unread ? Control.values().length : 0);
        double next = 0;
        if (!probes.containsKey(measure)) {
            probes.put(measure, measure.probe(model, evidence.subject(), progress.part(0, 1.0 / parts)));
            next = 1.0 / parts;
        }
        TrustMeasure.Probe probe = probes.get(measure);
        Reading reading = probe.read(evidence, progress.part(next, next + 1.0 / parts));
        if (unread) {
            Progress rest = progress.part(next + 1.0 / parts, 1);
            controls.put(measure, controls(measure, probe, evidence.subject(), rest));
        }
        return new Judgement(measure, reading, controls.get(measure));
    }

    private void known(Subject subject) {
        if (known == null || known.input() != subject.input() || !known.target().equals(subject.target())) {
            known = subject;
            controls.clear();
            probes.clear();
        }
    }

    private Map<Control, Reading> controls(
            TrustMeasure measure, TrustMeasure.Probe probe, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        Map<Control, Reading> readings = new EnumMap<>(Control.class);
        int count = Control.values().length;
        for (Control control : Control.values()) {
            Evidence evidence = Evidence.of(model, subject, control, CONTROL_SEED);
            Progress part = progress.part((double) control.ordinal() / count, (control.ordinal() + 1.0) / count);
            if (measure.unavailable(evidence).isEmpty()) {
                readings.put(control, probe.read(evidence, part));
            }
        }
        return readings;
    }
}
