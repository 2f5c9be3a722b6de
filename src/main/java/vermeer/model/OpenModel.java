package vermeer.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.gradient.RuleTable;
import vermeer.graph.shape.Shapes;
import vermeer.image.InputProfile;
import vermeer.image.Preprocessing;

/** An image classifier opened from a file. */
public final class OpenModel implements ImageModel {
    private final String name;
    private final SourceFile file;
    private final boolean asInFile;
    private final Graph source;
    private final Classifier classifier;
    private final IntakeReport report;
    private final List<String> notices;
    private final Optional<ParityReport> parity;
    private final Sessions sessions;
    private final ForwardRuns forward;
    private final Optional<Gradients> gradients;
    private final String noGradientReason;

    /** @param asInFile whether the weights are the file's */
    OpenModel(
            String name,
            SourceFile file,
            boolean asInFile,
            Graph source,
            Classifier classifier,
            IntakeReport report,
            List<String> notices,
            Optional<ParityReport> parity,
            Sessions sessions) {
        this.name = name;
        this.file = file;
        this.asInFile = asInFile;
        this.source = source;
        this.classifier = classifier.withHead(report.head());
        this.report = report;
        this.notices = List.copyOf(notices);
        this.parity = parity;
        this.sessions = sessions;
        Preprocessing preprocessing = new Preprocessing(report.profile());
        this.noGradientReason =
                GradientRuns.unavailable(classifier, RuleTable.STANDARD).orElse("");
        GradientRuns runs = new GradientRuns(this.classifier, preprocessing, sessions);
        this.forward = runs;
        this.gradients = noGradientReason.isEmpty() ? Optional.of(runs) : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> classNames() {
        return report.classNames();
    }

    @Override
    public Scores scores() {
        return forward;
    }

    @Override
    public Activations activations() {
        return forward;
    }

    @Override
    public Optional<Gradients> gradients() {
        return gradients;
    }

    @Override
    public String noGradientReason() {
        return noGradientReason;
    }

    /** What Vermeer believes about the model, and why. */
    public IntakeReport report() {
        return report;
    }

    /** How a picture becomes the model's input. */
    public InputProfile profile() {
        return report.profile();
    }

    /** Turns pictures into inputs as the profile says. */
    public Preprocessing preprocessing() {
        return new Preprocessing(report.profile());
    }

    /** What makes probabilities of logits. */
    public Head head() {
        return report.head();
    }

    /** The file that the user opened, before any conversion. */
    public Path file() {
        return file.path();
    }

    /** The SHA-256 of {@link #file()} in lower-case hexadecimal digits; computed at the first call. */
    public String sha256() {
        return file.sha256();
    }

    /**
     * What the model's answers depend on: the file, the profile and the head; empty where weights were replaced or the file is gone.
     * Computed from the whole file at the first call.
     */
    public Optional<String> fingerprint() {
        return asInFile && !sha256().isEmpty()
                ? Optional.of(sha256() + " " + report.profile() + " " + report.head())
                : Optional.empty();
    }

    /** The graph that is run: from the input to the logits, every shape known but for the batch. */
    public Graph graph() {
        return classifier.graph();
    }

    /** The whole graph as read, from the input to whatever the file's network gives, for writing it elsewhere. */
    public Graph source() {
        return source;
    }

    /** The shapes of the values of {@link #graph()}. */
    public Shapes shapes() {
        return classifier.shapes();
    }

    /** The value of {@link #graph()} that holds the logits. */
    public String logitsValue() {
        return classifier.logits().name();
    }

    /**
     * The gradient of a value that some graph made of {@link #graph()} computes; the caller closes it.
     *
     * @param graph has one input, the picture; gives {@code output}
     * @throws EngineException where an operator on the way has no gradient rule
     */
    public PictureGradient gradientOf(Graph graph, String output) throws EngineException {
        return sessions.gradientOf(graph, output);
    }

    /**
     * The gradient of the logits for pictures of the network's own size. It runs on the session that explanations use too, so
     * opening it a second time costs nothing.
     */
    public PictureGradient gradientOfLogits() {
        return PictureGradient.ofLogits(sessions, classifier);
    }

    /** What a user should know of how the file was read, one sentence each. */
    public List<String> notices() {
        return notices;
    }

    /** How well the graph agrees with the file, where it was converted from another format. */
    public Optional<ParityReport> parity() {
        return parity;
    }

    /**
     * This model under beliefs that the user has changed. It shares this one's sessions and takes its place: closing either
     * closes both.
     *
     * @throws IllegalArgumentException where the size or layout differ, for which the file has to be opened anew
     */
    public OpenModel with(IntakeReport edited) {
        boolean sameInput = Arrays.equals(edited.profile().shape(), classifier.inputShape())
                && edited.profile().layout() == classifier.layout();
        if (!sameInput) {
            throw new IllegalArgumentException("another input size or layout needs the file to be opened again");
        }
        return new OpenModel(name, file, asInFile, source, classifier, edited, notices, parity, sessions);
    }

    /**
     * The same network with other weights: a model of its own, with sessions of its own.
     *
     * @param constants by name, of the shapes of the constants of {@link #graph()} that they replace
     * @throws IllegalArgumentException where a constant is not the graph's, or has another shape
     */
    public OpenModel withWeights(Map<String, Constant> constants) {
        Map<String, Constant> changed = new LinkedHashMap<>(graph().constants());
        constants.forEach((value, constant) -> {
            Constant replaced = changed.put(value, constant);
            if (replaced == null || !Arrays.equals(replaced.shape(), constant.shape())) {
                throw new IllegalArgumentException("the network has no weights '" + value + "' of this shape");
            }
        });
        Classifier other = classifier.withConstants(changed);
        return new OpenModel(
                name,
                file,
                false,
                withConstants(source, constants),
                other,
                report,
                notices,
                parity,
                sessions.of(other));
    }

    /** Of prepared graphs some constants are made anew; those the source does not have stay out of it. */
    private static Graph withConstants(Graph source, Map<String, Constant> constants) {
        Map<String, Constant> changed = new LinkedHashMap<>(source.constants());
        constants.forEach((value, constant) -> changed.computeIfPresent(value, (name, old) -> constant));
        return source.withNodes(source.nodes(), changed);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
