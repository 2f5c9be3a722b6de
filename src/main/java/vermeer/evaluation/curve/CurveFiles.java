package vermeer.evaluation.curve;

import java.nio.file.Path;
import java.util.List;
import vermeer.evaluation.Evaluation;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/** The curves of an evaluation as files: every point in a table, and a picture of the judged part. */
public final class CurveFiles {
    /** Every point of every part. */
    public static final String TABLE = "curves.csv";
    /** The judged part, drawn. */
    public static final String PICTURE = "curves.svg";

    private CurveFiles() {}

    /** Writes them into a folder; nothing where no class has pictures of itself and of others. */
    public static void write(Evaluation evaluation, Path folder) throws FileException {
        List<Curves> parts = evaluation.parts().stream()
                .map(Curves::of)
                .filter(curves -> !curves.classes().isEmpty())
                .toList();
        if (!parts.isEmpty()) {
            AtomicFile.write(folder.resolve(TABLE), CurvesCsv.of(parts));
        }
        Curves judged = Curves.of(evaluation.judged());
        if (!judged.classes().isEmpty()) {
            AtomicFile.write(folder.resolve(PICTURE), CurvesSvg.of(judged));
        }
    }
}
