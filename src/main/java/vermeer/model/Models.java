package vermeer.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.cache.DiskCache;
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
     * Opens every format that Vermeer knows; what has to be converted is kept in the cache.
     *
     * @param cache where converted graphs are kept
     * @param more readers of further formats
     */
    public static Models ofEveryFormat(Engine engine, DiskCache cache, List<ModelReader> more) {
        ConversionService service = new ConversionService(cache.folder().resolve("graphs"), engine);
        List<ModelReader> readers = new ArrayList<>(List.of(new ConvertingModelReader(service, cache)));
        readers.addAll(more);
        return new Models(engine, readers);
    }

    /** Opens every format that Vermeer knows, with the cache of this user. */
    public static Models ofEveryFormat(Engine engine) {
        return ofEveryFormat(engine, DiskCache.ofUser(), List.of());
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

    /**
     * Builds a network of Deeplearning4j's zoo with random weights, the same ones every time.
     *
     * @throws ModelException where it cannot be built or converted
     */
    public OpenModel openZoo(ZooNetwork network, Progress progress) throws ModelException, CancelledException {
        if (network.refusal().isPresent()) {
            throw new ModelException(
                    network.name() + " cannot be opened: " + network.refusal().get());
        }
        ConvertingModelReader converting = readers.stream()
                .filter(reader -> network.buildable() && reader instanceof ConvertingModelReader)
                .map(ConvertingModelReader.class::cast)
                .findFirst()
                .orElseThrow(() -> new ModelException(network.name() + " has to be downloaded first."));
        ConvertedModel built = converting.zoo(network.name(), progress.part(0, 0.8));
        SourceFile file = new SourceFile(built.onnx());
        return understood(network.name(), file, converting.read(built), List.of(), progress.part(0.8, 1));
    }

    private OpenModel open(SourceFile file, ReadModel read, List<ProfileText> texts, Progress progress)
            throws ModelException, CancelledException {
        try {
            return understood(name(file.path()), file, read, texts, progress);
        } catch (ModelException unusable) {
            String name = String.valueOf(file.path().getFileName());
            String message = unusable.getMessage();
            throw message.contains(name)
                    ? unusable
                    : new ModelException("The file '" + name + "' cannot be explained: " + message, unusable);
        }
    }

    private OpenModel understood(
            String name, SourceFile file, ReadModel read, List<ProfileText> texts, Progress progress)
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
        return new OpenModel(name, file, true, read.graph(), classifier, report, notices, read.parity(), sessions);
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
