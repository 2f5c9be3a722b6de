package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    Explaining(
            Surroundings surroundings,
            OpenModel model,
            ExplanationFiles files,
            OutputFormat format,
            ReportDraft draft) {
        this.surroundings = surroundings;
        this.model = model;
        this.files = files;
        this.format = format;
        this.draft = draft;
    }

    /** @param note what the user wrote about the picture; may be empty */
    void explain(NetworkInput picture, Answer answer, List<Question> questions, String note, Progress progress)
            throws EngineException, FileException, CancelledException {
        List<ReportedMap> maps = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            Progress part = progress.part((double) i / questions.size(), (i + 1.0) / questions.size());
            Subject subject = new Subject(picture.tensor(), picture.region(), question.target());
            double share = draft.judges() ? 0.5 : 1;
            long started = System.nanoTime();
            Attribution attribution = question.method().explain(model, subject, Sketch.none(), part.part(0, share));
            double milliseconds = (System.nanoTime() - started) / 1e6;
            print(
                    files.write(
                            picture,
                            question.method(),
                            question.target(),
                            answer,
                            question.score(),
                            attribution,
                            milliseconds),
                    question,
                    milliseconds);
            if (draft.takes(maps.size())) {
                maps.add(draft.map(subject, question.method(), attribution, part.part(share, 1)));
            }
        }
        draft.add(picture, answer, maps, note);
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
