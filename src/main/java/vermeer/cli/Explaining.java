package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermeer.attribution.Attribution;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.report.ReportedMap;

/** Answers questions of pictures: makes the maps, writes their files, says so, and keeps them for the report. */
final class Explaining {
    private final Surroundings surroundings;
    private final OpenModel model;
    private final ExplanationFiles files;
    private final OutputFormat format;
    private final ReportDraft draft;
    private final ProgressLine line;
    private int failures;

    /** @param line where the method that runs is named */
    Explaining(
            Surroundings surroundings,
            OpenModel model,
            ExplanationFiles files,
            OutputFormat format,
            ReportDraft draft,
            ProgressLine line) {
        this.surroundings = surroundings;
        this.model = model;
        this.files = files;
        this.format = format;
        this.draft = draft;
        this.line = line;
    }

    /** Maps that could not be made or written, of all that were asked for. */
    int failures() {
        return failures;
    }

    /**
     * Answers the questions one after another; one that fails is told, also in the report, and does not end the others.
     *
     * @param note what the user wrote about the picture; may be empty
     */
    void explain(NetworkInput picture, Answer answer, List<Question> questions, String note, Progress progress)
            throws FileException, CancelledException {
        List<ReportedMap> maps = new ArrayList<>();
        double[] shares =
                Forecast.shares(questions.stream().map(Question::method).toList(), model);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            line.step(" " + Path.of(picture.image()).getFileName() + " by "
                    + question.method().title()
                    + (questions.size() > 1 ? " (" + (i + 1) + " of " + questions.size() + ")" : ""));
            try {
                explain(picture, answer, question, maps, progress.part(shares[i], shares[i + 1]));
            } catch (EngineException | RuntimeException failure) {
                fail(picture, question, failure);
            }
        }
        draft.add(picture, answer, maps, note);
    }

    private void explain(
            NetworkInput picture, Answer answer, Question question, List<ReportedMap> maps, Progress progress)
            throws EngineException, FileException, CancelledException {
        Subject subject = new Subject(picture.tensor(), picture.region(), question.target());
        double share = draft.judges() ? 0.5 : 1;
        long started = System.nanoTime();
        Attribution attribution = question.method().explain(model, subject, Sketch.none(), progress.part(0, share));
        double milliseconds = (System.nanoTime() - started) / 1e6;
        ObjectNode written = files.write(
                picture, question.method(), question.target(), answer, question.score(), attribution, milliseconds);
        line.clear();
        print(written, question, milliseconds);
        if (draft.takes(maps.size())) {
            maps.add(draft.map(subject, question.method(), attribution, progress.part(share, 1)));
        }
    }

    private void fail(NetworkInput picture, Question question, Exception failure) {
        String sentence =
                question.method().title() + " of " + picture.image() + " failed: " + CommandRunner.sentence(failure);
        line.clear();
        surroundings.terminal().err().println(sentence);
        draft.remark(sentence);
        failures++;
    }

    private void print(ObjectNode written, Question question, double milliseconds) {
        surroundings
                .terminal()
                .out()
                .println(
                        format == OutputFormat.JSON
                                ? written
                                : String.format(
                                        Locale.ROOT,
                                        "%s: %s of %d %s (%.1f %%) in %.0f ms: %s",
                                        written.get("image").textValue(),
                                        question.method().title(),
                                        question.score().index(),
                                        question.target().name(),
                                        100 * question.score().probability(),
                                        milliseconds,
                                        written.get("files").get("png").textValue()));
    }
}
