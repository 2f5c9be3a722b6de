package vermeer.ui.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Interpolation;
import vermeer.image.Layout;
import vermeer.image.Output;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.model.Belief;
import vermeer.model.ClassNames;
import vermeer.model.Head;
import vermeer.model.IntakeReport;
import vermeer.model.OpenModel;
import vermeer.model.Source;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.OpenNetwork;

/** The beliefs about one model, and what the user makes of them. */
public final class IntakeViewModel {
    private final OpenNetwork network;
    private final Investigation investigation;
    private final BiConsumer<Path, InputProfile> reopen;
    private final JobRunner runner;
    private final Notices notices;
    private final List<IntakeRow> rows;
    private List<String> classNames;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param reopen opens a model's file anew under an edited profile, which another input size needs */
    public IntakeViewModel(
            OpenNetwork network,
            Investigation investigation,
            BiConsumer<Path, InputProfile> reopen,
            JobRunner runner,
            Notices notices) {
        this.network = network;
        this.investigation = investigation;
        this.reopen = reopen;
        this.runner = runner;
        this.notices = notices;
        this.classNames = network.model().classNames();
        InputProfile profile = network.model().profile();
        this.rows = network.model().report().beliefs().stream()
                .map(belief -> new IntakeRow(belief, ProfileEdit.text(profile, belief.field()), choices(belief)))
                .toList();
    }

    public List<IntakeRow> rows() {
        return rows;
    }

    /** The model's name. */
    public String name() {
        return network.model().name();
    }

    /** What the user should do about it, in one sentence. */
    public String advice() {
        long guessed = rows.stream().filter(row -> row.belief().guessed()).count();
        if (guessed == 0) {
            return "Everything is known from the model or its profile.";
        }
        return guessed + (guessed == 1 ? " field is" : " fields are")
                + " only guessed. If predictions look wrong, compare them with how the model was trained.";
    }

    /** What else a user should know of the model, a sentence each. */
    public List<String> remarks() {
        OpenModel model = network.model();
        return Stream.concat(
                        model.notices().stream(),
                        model.gradients().isPresent() ? Stream.empty() : Stream.of(model.noGradientReason()))
                .toList();
    }

    /** What is wrong with the edit; empty where nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes the class names from a list, one name a line or a table with a column of names, if they are as many as the classes. */
    public void chooseClasses(Path list) {
        runner.submit(new JobRequest<>(
                "Read " + list.getFileName(),
                Lane.IO,
                progress -> ClassNames.read(list),
                names -> takeClasses(list, names),
                failure -> problem.set(failure.getMessage())));
    }

    private void takeClasses(Path list, List<String> names) {
        if (names.size() != classNames.size()) {
            problem.set("The network tells " + classNames.size() + " classes apart, but '" + list.getFileName()
                    + "' has " + names.size() + " names; choose the list that the network was trained with.");
            return;
        }
        problem.set("");
        classNames = names;
        Path folder = network.model().file().toAbsolutePath().getParent();
        Path absolute = list.toAbsolutePath();
        rows.stream().filter(IntakeRow::choosesFile).forEach(row -> row.valueProperty()
                .set(absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString()));
    }

    /**
     * Asks the model under the edited beliefs from now on.
     *
     * @return whether that was possible
     */
    public boolean use() {
        try {
            InputProfile before = network.model().profile();
            InputProfile edited = ProfileEdit.apply(before, rows);
            problem.set("");
            if (edited.layout() == before.layout() && Arrays.equals(edited.shape(), before.shape())) {
                investigation.askAnew(network.with(network.model().with(report(edited))));
            } else {
                reopen.accept(network.model().file(), edited);
            }
            return true;
        } catch (ProfileException wrong) {
            problem.set(wrong.getMessage());
            return false;
        }
    }

    /**
     * Writes the edited profile beside the model; one that was there is kept under another name.
     *
     * @param onSaved told the model's file, to open it anew
     */
    public void save(Consumer<Path> onSaved) {
        Path model = network.model().file();
        Path beside = beside(model);
        try {
            InputProfile edited = ProfileEdit.apply(network.model().profile(), rows);
            problem.set("");
            runner.submit(new JobRequest<>(
                    "Write " + beside.getFileName(),
                    Lane.IO,
                    progress -> {
                        if (Files.exists(beside)) {
                            Path kept = beside.resolveSibling(beside.getFileName() + ".old");
                            Files.copy(beside, kept, StandardCopyOption.REPLACE_EXISTING);
                        }
                        ProfileJson.write(edited, beside);
                        return model;
                    },
                    saved -> {
                        notices.succeed("Saved as " + beside.getFileName() + ", beside the model.");
                        onSaved.accept(saved);
                    },
                    notices.failing("Writing " + beside.getFileName())));
        } catch (ProfileException wrong) {
            problem.set(wrong.getMessage());
        }
    }

    private IntakeReport report(InputProfile edited) {
        IntakeReport report = network.model().report();
        List<Belief> beliefs = rows.stream()
                .map(row -> row.changed()
                        ? new Belief(
                                row.belief().field(),
                                row.valueProperty().get().strip(),
                                Source.EDITED,
                                false,
                                "You entered it.")
                        : row.belief())
                .toList();
        return new IntakeReport(edited, head(report.head(), edited.output()), classNames, beliefs);
    }

    /** What the edited output makes of logits; a softmax that the graph ends in stays as it is. */
    private static Head head(Head before, Output edited) {
        if (before == Head.PROBABILITIES || before == Head.BINARY) {
            return before;
        }
        if (edited == Output.MULTI_LABEL) {
            return Head.SIGMOID;
        }
        return before == Head.SIGMOID ? Head.LOGITS : before;
    }

    private static Path beside(Path model) {
        String name = model.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return model.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".profile.json");
    }

    private static List<String> choices(Belief belief) {
        return switch (belief.field()) {
            case "channels" -> names(ChannelOrder.values());
            case "layout" -> names(Layout.values());
            case "interpolation" ->
                names(Interpolation.values()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
            case "output" -> Arrays.stream(Output.values()).map(Output::text).toList();
            default -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
