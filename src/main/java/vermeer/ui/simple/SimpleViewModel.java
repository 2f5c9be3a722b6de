package vermeer.ui.simple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.data.DataException;
import vermeer.data.balance.AnswerRule;
import vermeer.evaluation.AnswerChoices;
import vermeer.evaluation.DomainFile;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Work;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.notice.Sentence;
import vermeer.ui.workbench.Services;

/** A network, a photo, an answer. */
public final class SimpleViewModel {
    private final Services services;
    private final LatestJob latest;
    private final JobRunner runner;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<SimpleAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Network network;
    private Optional<DomainFile.Kept> domain = Optional.empty();
    private Optional<AnswerRule> rule = Optional.empty();
    private Optional<Path> waiting = Optional.empty();

    public SimpleViewModel(Services services, JobRunner runner) {
        this.services = services;
        this.runner = runner;
        this.latest = new LatestJob(runner);
    }

    private record Opened(Network network, Optional<DomainFile.Kept> domain, Optional<AnswerRule> rule) {}

    /** Opens the network; photos shown meanwhile are asked about when it is open. */
    public void open(Path model) {
        begin(model.getFileName().toString(), progress -> {
            Network opened = services.models().open(model, progress);
            Optional<AnswerRule> kept = opened.model() instanceof OpenModel file
                    ? AnswerChoices.rule(AnswerChoices.of(file), file.classNames())
                    : Optional.empty();
            return new Opened(opened, DomainFile.read(model.toAbsolutePath().getParent()), kept);
        });
    }

    /**
     * Asks a network that is open already; whoever opened it closes it.
     *
     * @param read how its answers are read; empty where as they come
     * @param known finds what it was trained on
     */
    public void ask(Network opened, Optional<AnswerRule> read, Work<Optional<DomainFile.Kept>> known) {
        begin(opened.model().name(), progress -> new Opened(opened, known.run(progress), read));
    }

    private void begin(String name, Work<Opened> opening) {
        busy.set(true);
        runner.submit(new JobRequest<Opened>(
                "Open " + name,
                Lane.COMPUTE,
                progress -> {
                    Opened opened = opening.run(progress);
                    if (!(opened.network().model() instanceof OpenModel)) {
                        throw new DataException("Only a network from a file can be asked here.");
                    }
                    return opened;
                },
                opened -> {
                    network = opened.network();
                    domain = opened.domain();
                    rule = opened.rule();
                    title.set(String.join(
                            " or ",
                            few(rule.map(AnswerRule::classes)
                                    .orElse(network.model().classNames()))));
                    busy.set(false);
                    waiting.ifPresent(this::show);
                },
                failure -> fail("Opening " + name, failure)));
    }

    private static List<String> few(List<String> names) {
        return names.size() <= 4 ? names : List.of(names.size() + " classes");
    }

    /** Asks about a photo in place of the one before. */
    public void show(Path photo) {
        problem.set("");
        waiting = Optional.of(photo);
        if (network == null) {
            return;
        }
        busy.set(true);
        answer.set(null);
        Asking asking = new Asking(network, domain, rule, services.decoder(), services.methods());
        latest.submit(new JobRequest<>(
                "Ask about " + photo.getFileName(),
                Lane.COMPUTE,
                progress -> asking.ask(photo, progress),
                found -> {
                    busy.set(false);
                    answer.set(found);
                },
                failure -> fail("Asking about " + photo.getFileName(), failure)));
    }

    private void fail(String action, Exception failure) {
        busy.set(false);
        problem.set(Sentence.of(action, failure));
    }

    /** What the network tells apart. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The answer in sight; null until there is one. */
    public ReadOnlyObjectProperty<SimpleAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** What went wrong, one sentence; mostly empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
