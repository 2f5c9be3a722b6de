package vermeer.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.model.ProfileResolution.Resolved;

/** Decides on a model's head and its class names. */
final class OutputBeliefs {
    private final Graph graph;
    private final Classifier classifier;
    private final Resolved resolved;
    private final List<String> notices = new ArrayList<>();

    /** @param graph as read, with its metadata */
    OutputBeliefs(Graph graph, Classifier classifier, Resolved resolved) {
        this.graph = graph;
        this.classifier = classifier;
        this.resolved = resolved;
    }

    /** The whole report: what was resolved of the input, and the output. */
    IntakeReport report() {
        List<Belief> beliefs = new ArrayList<>(resolved.beliefs());
        Head head = head();
        beliefs.add(output(head));
        Names names = names(head);
        beliefs.add(names.belief());
        return new IntakeReport(resolved.profile(), head, names.names(), beliefs);
    }

    /** What the user should know, after {@link #report}. */
    List<String> notices() {
        return notices;
    }

    /** The graph's own ending decides; what a profile says decides where the graph ends in plain numbers. */
    private Head head() {
        if (classifier.head() != Head.LOGITS || !resolved.saidOutput()) {
            return classifier.head();
        }
        return switch (resolved.profile().output()) {
            case MULTI_LABEL -> Head.SIGMOID;
            case PROBABILITIES -> Head.PROBABILITIES;
            case LOGITS, BINARY -> Head.LOGITS;
        };
    }

    private Belief output(Head head) {
        if (head == Head.BINARY) {
            return new Belief("output", head.text(), Source.GRAPH, false, "The network has one score.");
        }
        if (classifier.head() != Head.LOGITS) {
            return new Belief("output", head.text(), Source.GRAPH, false, "The network ends so.");
        }
        return resolved.saidOutput()
                ? new Belief("output", head.text(), resolved.outputSource(), false, "The profile says so.")
                : new Belief(
                        "output",
                        head.text(),
                        Source.GUESS,
                        true,
                        "The network ends in plain scores; it may be multi-label, where each has a sigmoid of its"
                                + " own.");
    }

    private record Names(List<String> names, Belief belief) {}

    private Names names(Head head) {
        int wanted = head == Head.BINARY ? 2 : classifier.classes();
        return fromProfile(wanted)
                .or(() -> fromMetadata(wanted))
                .or(() -> fromImageNet(wanted))
                .orElseGet(() -> new Names(
                        ClassNames.numbered(wanted),
                        new Belief(
                                "classes",
                                wanted + " numbered classes",
                                Source.GUESS,
                                true,
                                "No class names were found; a profile can name a list beside it.")));
    }

    private Optional<Names> fromProfile(int wanted) {
        Optional<String> name = resolved.profile().classes();
        Optional<Path> file = name.flatMap(list -> inside(resolved.classFolder(), list));
        if (file.isEmpty()) {
            name.ifPresent(list -> notices.add("The class list '" + list + "' was not found beside the profile."));
            return Optional.empty();
        }
        try {
            return fitting(
                    ClassNames.read(file.get()),
                    wanted,
                    "the class list '" + name.get() + "'",
                    new Belief(
                            "classes",
                            wanted + " classes of " + name.get(),
                            Source.FILE,
                            false,
                            "The profile names this list."));
        } catch (ModelException unreadable) {
            notices.add(unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** A file of this name in the folder itself: a profile must not lead to other places. */
    private static Optional<Path> inside(Optional<Path> folder, String name) {
        boolean plain = !name.isBlank() && name.indexOf('/') < 0 && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
        return folder.filter(any -> plain).map(path -> path.resolve(name)).filter(Files::isRegularFile);
    }

    private Optional<Names> fromMetadata(int wanted) {
        List<String> names = Metadata.classNames(graph.metadata());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return fitting(
                names,
                wanted,
                "the list in the file's metadata",
                new Belief(
                        "classes",
                        wanted + " classes, from " + names.get(0),
                        Source.METADATA,
                        false,
                        "The model file's metadata names them."));
    }

    private static Optional<Names> fromImageNet(int wanted) {
        return ClassNames.imageNet(wanted)
                .map(names -> new Names(
                        names,
                        new Belief(
                                "classes",
                                "ImageNet's 1000 classes",
                                Source.GUESS,
                                true,
                                "Networks with " + wanted + " classes mostly have ImageNet's, in the usual order.")));
    }

    private Optional<Names> fitting(List<String> names, int wanted, String list, Belief belief) {
        if (names.size() == wanted) {
            return Optional.of(new Names(names, belief));
        }
        notices.add("The network tells " + wanted + " classes apart, but " + list + " has " + names.size()
                + " names, so it is not used.");
        return Optional.empty();
    }
}
