package vermeer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.report.Judge;
import vermeer.report.Judgement;
import vermeer.trust.Curve;
import vermeer.trust.Evidence;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;

/** Reads measures of a map and of the controls, as JSON. */
record TrustReadings(List<TrustMeasure> measures) {
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

    /** Writes one entry a measure: what it says of the map, or why it cannot judge it. */
    void write(Judge judge, Evidence evidence, ArrayNode readings, Progress progress)
            throws EngineException, CancelledException {
        for (int i = 0; i < measures.size(); i++) {
            TrustMeasure measure = measures.get(i);
            Progress part = progress.part((double) i / measures.size(), (i + 1.0) / measures.size());
            Optional<String> reason = measure.unavailable(evidence);
            if (reason.isPresent()) {
                readings.addObject().put("measure", measure.name()).put("unavailable", reason.get());
            } else {
                write(judge.judge(measure, evidence, part), readings.addObject());
            }
        }
    }

    private static void write(Judgement judgement, ObjectNode entry) {
        entry.put("measure", judgement.measure().name())
                .put("value", judgement.reading().value())
                .put("higherIsBetter", judgement.measure().higherIsBetter())
                .put("sentence", judgement.reading().sentence())
                .put("verdict", judgement.verdict());
        ObjectNode controls = entry.putObject("controls");
        judgement.controls().forEach((control, reading) -> controls.put(control.title(), reading.value()));
        write(judgement.reading().curves(), entry.putArray("curves"));
        ObjectNode controlCurves = entry.putObject("controlCurves");
        judgement.controls().forEach((control, reading) -> {
            if (!reading.curves().isEmpty()) {
                write(reading.curves(), controlCurves.putArray(control.title()));
            }
        });
    }

    /** Writes curves with their points. */
    static void write(List<Curve> curves, ArrayNode entries) {
        for (Curve curve : curves) {
            ObjectNode written = entries.addObject().put("name", curve.name());
            ArrayNode shares = written.putArray("shares");
            ArrayNode values = written.putArray("values");
            for (int i = 0; i < curve.shares().length; i++) {
                shares.add(curve.shares()[i]);
                values.add(curve.values()[i]);
            }
        }
    }
}
