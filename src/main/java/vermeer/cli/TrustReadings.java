package vermeer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.trust.Control;
import vermeer.trust.Curve;
import vermeer.trust.Evidence;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;

/** Reads measures of a map and of the controls, as JSON. */
record TrustReadings(List<TrustMeasure> measures) {
    private static final long CONTROL_SEED = 0;

    /** The measures of these names; all where none is named. */
    static TrustReadings named(List<String> names, CommandLine command) {
        if (names.isEmpty()) {
            return new TrustReadings(TrustMeasures.all());
        }
        return new TrustReadings(names.stream()
                .map(name -> TrustMeasures.named(name)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "There is no measure '" + name + "'; known are "
                                        + TrustMeasures.all().stream()
                                                .map(TrustMeasure::name)
                                                .collect(Collectors.joining(", "))
                                        + ".")))
                .toList());
    }

    /** Writes one entry a measure that can judge the map. */
    void write(Evidence evidence, ArrayNode readings, Progress progress) throws EngineException, CancelledException {
        for (int i = 0; i < measures.size(); i++) {
            TrustMeasure measure = measures.get(i);
            Progress part = progress.part((double) i / measures.size(), (i + 1.0) / measures.size());
            if (measure.unavailable(evidence).isEmpty()) {
                write(measure, evidence, readings.addObject(), part);
            }
        }
    }

    private static void write(TrustMeasure measure, Evidence evidence, ObjectNode entry, Progress progress)
            throws EngineException, CancelledException {
        Reading reading = measure.read(evidence, progress.part(0, 0.25));
        entry.put("measure", measure.name())
                .put("value", reading.value())
                .put("higherIsBetter", measure.higherIsBetter())
                .put("sentence", reading.sentence());
        ObjectNode controls = entry.putObject("controls");
        for (Control control : Control.values()) {
            Heatmap map =
                    control.map(evidence.subject(), evidence.model().scores().layout(), CONTROL_SEED);
            Evidence known = new Evidence(evidence.model(), evidence.subject(), map, Optional.empty());
            if (measure.unavailable(known).isEmpty()) {
                controls.put(
                        control.title(),
                        measure.read(known, progress.part(0.25, 1)).value());
            }
        }
        ArrayNode curves = entry.putArray("curves");
        for (Curve curve : reading.curves()) {
            ObjectNode written = curves.addObject().put("name", curve.name());
            ArrayNode shares = written.putArray("shares");
            ArrayNode values = written.putArray("values");
            for (int i = 0; i < curve.shares().length; i++) {
                shares.add(curve.shares()[i]);
                values.add(curve.values()[i]);
            }
        }
    }
}
