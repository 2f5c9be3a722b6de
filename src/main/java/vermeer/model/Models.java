package vermeer.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.graph.Graph;
import vermeer.graph.ReadGraph;
import vermeer.image.InputProfile;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Opens models: the one way for window and command line. A file is recognised by its content, read by the reader of its
 * format, understood as a classifier, and given a profile from the most trusted source there is.
 */
public final class Models {
    private final Engine engine;
    private final List<ModelReader> readers;

    /** @param readers one a format, beside the one for ONNX files, which is always there */
    public Models(Engine engine, List<ModelReader> readers) {
        this.engine = engine;
        this.readers = new ArrayList<>(List.of(new OnnxModelReader()));
        this.readers.addAll(readers);
    }

    /**
     * Opens a model.
     *
     * @param file in any format that one of the readers reads; never changed
     * @param profile how pictures become its input, where the user names it
     * @throws ModelException where the file is none of these, or no image classifier; one sentence that says what it is and
     *     what to do
     * @apiNote Long-running; call on the compute lane.
     */
    public OpenModel open(Path file, Optional<Path> profile, Progress progress)
            throws ModelException, CancelledException {
        ReadModel read = reader(file).read(file, progress.part(0, 0.8));
        SourceFile source = new SourceFile(file);
        return open(source, read, ProfileTexts.of(source, profile, read.graph()), progress.part(0.8, 1));
    }

    /**
     * Opens a model anew under a profile that the user has edited, perhaps to another size; the file beside it is neither
     * read nor written.
     *
     * @throws ModelException as {@link #open(Path, Optional, Progress)}, and where the network cannot take the profile's size
     */
    public OpenModel open(Path file, InputProfile edited, Progress progress) throws ModelException, CancelledException {
        ReadModel read = reader(file).read(file, progress.part(0, 0.8));
        ProfileText text = new ProfileText(
                Source.EDITED,
                "as edited",
                ProfileJson.write(edited),
                Optional.ofNullable(file.toAbsolutePath().getParent()));
        return open(new SourceFile(file), read, List.of(text), progress.part(0.8, 1));
    }

    private OpenModel open(SourceFile file, ReadModel read, List<ProfileText> texts, Progress progress)
            throws ModelException, CancelledException {
        try {
            return understood(file, read, texts, progress);
        } catch (ModelException unusable) {
            String name = String.valueOf(file.path().getFileName());
            String message = unusable.getMessage();
            throw message.contains(name)
                    ? unusable
                    : new ModelException("The file '" + name + "' cannot be explained: " + message, unusable);
        }
    }

    private OpenModel understood(SourceFile file, ReadModel read, List<ProfileText> texts, Progress progress)
            throws ModelException, CancelledException {
        progress.checkCancelled();
        Graph graph = read.graph();
        if (graph.inputs().isEmpty()) {
            throw new ModelException("The network has no input, so there is nothing to explain.");
        }
        ProfileResolution.Resolved resolved = ProfileResolution.resolve(graph, texts);
        ReadGraph prepared = InputSizing.prepare(graph, resolved.profile());
        Classifier classifier = ClassifierReading.read(prepared.graph());
        progress.checkCancelled();
        OutputBeliefs outputs = new OutputBeliefs(graph, classifier, resolved);
        IntakeReport report = outputs.report();
        List<String> notices = new ArrayList<>(read.notices());
        notices.addAll(prepared.notices());
        notices.addAll(classifier.notices());
        notices.addAll(resolved.notices());
        notices.addAll(outputs.notices());
        Sessions sessions = new Sessions(engine, classifier);
        try {
            sessions.forward(List.of());
        } catch (EngineException refused) {
            throw new ModelException(refused.getMessage(), refused);
        }
        progress.report(1, 1);
        return new OpenModel(name(file.path()), file, read.graph(), classifier, report, notices, sessions);
    }

    private ModelReader reader(Path file) throws ModelException {
        ModelFormat format = FormatSniffer.sniff(file);
        for (ModelReader reader : readers) {
            if (reader.formats().contains(format)) {
                return reader;
            }
        }
        String remedy = format.remedy().orElse("this version of Vermeer opens only ONNX files");
        throw new ModelException(
                "The file '" + file.getFileName() + "' is " + format.description() + "; " + remedy + ".");
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
