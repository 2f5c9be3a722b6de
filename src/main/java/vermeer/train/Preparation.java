package vermeer.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vermeer.data.Example;
import vermeer.data.augmentation.Variant;
import vermeer.engine.Engine;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.image.InputProfile;
import vermeer.image.Output;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Tail;
import vermeer.train.feature.FeatureCache;
import vermeer.train.feature.FeatureRequest;
import vermeer.train.feature.Features;

/** Puts together everything that a run needs, up to its first step. */
final class Preparation {
    private final Engine engine;
    private final FeatureCache cache;

    Preparation(Engine engine, FeatureCache cache) {
        this.engine = engine;
        this.cache = cache;
    }

    /**
     * A run that is ready to begin.
     *
     * @param unreadable pictures that were left out
     */
    record Prepared(RunPlan plan, Features features, List<Features.Unreadable> unreadable) {}

    /** Computes the values at the cut and writes the run's plan and tail. */
    Prepared prepare(
            OpenModel model,
            Backbone backbone,
            Cut cut,
            TrainingData data,
            TrainingSettings settings,
            RunFolder folder,
            Progress progress)
            throws TrainingException, CancelledException {
        data.check();
        Features features = values(model, backbone, cut, data, progress);
        RunPlan plan = plan(model, backbone, cut, data, settings, features);
        try (RunFolder.Hold hold = folder.hold()) {
            clear(folder);
            OnnxWriter.write(Tail.of(backbone, cut.value()).graph(), folder.tail());
            folder.write(plan);
        } catch (GraphException | IOException failed) {
            throw new TrainingException(
                    "The run cannot be written to '" + folder.path() + "': " + failed.getMessage(), failed);
        }
        return new Prepared(plan, features, features.unreadable());
    }

    /** The values at the cut, computed or found. */
    Features values(OpenModel model, Backbone backbone, Cut cut, TrainingData data, Progress progress)
            throws TrainingException, CancelledException {
        FeatureRequest request =
                new FeatureRequest(model, data.fit().of(model.profile()), backbone, cut, data.variants(), data.forms());
        return cache.values(request, progress);
    }

    /** What an earlier run of this folder left must not be taken for this one's. */
    private static void clear(RunFolder folder) throws IOException {
        if (folder.begun()) {
            Files.deleteIfExists(folder.plan());
            Files.deleteIfExists(folder.checkpoint());
            Files.deleteIfExists(folder.events());
            Files.deleteIfExists(folder.summary());
            Files.deleteIfExists(folder.zip());
            Files.deleteIfExists(folder.record());
        }
    }

    private RunPlan plan(
            OpenModel model,
            Backbone backbone,
            Cut cut,
            TrainingData data,
            TrainingSettings settings,
            Features features)
            throws TrainingException {
        Set<String> unreadable = new HashSet<>();
        features.unreadable().forEach(picture -> unreadable.add(picture.key()));
        RunPlan.Rows rows = rows(data, unreadable);
        requireEveryClass(data, rows.train());
        return new RunPlan(
                RunPlan.VERSION,
                new RunPlan.Model(
                        model.file().toAbsolutePath().toString(),
                        model.name(),
                        model.sha256(),
                        ProfileJson.write(tuned(data.fit().of(model.profile())))),
                new RunPlan.CutAt(cut.value(), cut.headOnly() ? Cut.HEAD : cut.name(), cut.parameters()),
                backbone.width(),
                data.splits().classes(),
                Settings.texts(settings),
                engine.threads(),
                new RunPlan.Features(features.file().toString(), cut.shape(), features.sha256()),
                rows,
                stages(data, settings, rows.train()),
                shifts(data, settings, rows),
                data.answers());
    }

    private static List<RunPlan.Stage> stages(TrainingData data, TrainingSettings settings, RunPlan.Part train) {
        if (data.first().isEmpty()) {
            return List.of();
        }
        Map<Boolean, List<Integer>> weak = IntStream.range(0, train.size())
                .boxed()
                .collect(Collectors.partitioningBy(
                        i -> data.first().contains(train.keys().get(i))));
        int epochs = settings.weakEpochs() == 0 ? settings.epochs() : settings.weakEpochs();
        return List.of(
                new RunPlan.Stage("weak labels", epochs, weak.get(true)),
                new RunPlan.Stage("precise labels", settings.epochs(), weak.get(false)));
    }

    /** The profile of the tuned model: it gives probabilities of classes that it knows itself. */
    private static InputProfile tuned(InputProfile source) {
        return new InputProfile(
                source.height(),
                source.width(),
                source.channels(),
                source.layout(),
                source.resize(),
                source.interpolation(),
                source.mean(),
                source.std(),
                Output.PROBABILITIES,
                Optional.empty());
    }

    /**
     * What is added to logits because balancing showed the network other class frequencies than there are; of two stages those of
     * the second, which the network learned last.
     */
    private static List<Double> shifts(TrainingData data, TrainingSettings settings, RunPlan.Rows rows) {
        int classes = data.splits().classes().size();
        if (!data.corrected() || !settings.balancing().changesFrequencies()) {
            return Collections.nCopies(classes, 0.0);
        }
        int[] counts = new int[classes];
        int all = 0;
        for (int i = 0; i < rows.train().size(); i++) {
            if (!data.first().contains(rows.train().keys().get(i))) {
                counts[rows.train().labels().get(i)]++;
                all++;
            }
        }
        double[] learned = settings.balancing().learnedFrequencies(counts);
        List<Double> shifts = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            double real = (double) counts[label] / all;
            shifts.add(Math.log(real / learned[label]));
        }
        return shifts;
    }

    private static RunPlan.Rows rows(TrainingData data, Set<String> unreadable) {
        List<Integer> forms = new ArrayList<>();
        Map<Integer, RunPlan.Mixed> mixed = new TreeMap<>();
        int row = 0;
        for (Variant form : data.trainForms()) {
            if (unreadable.contains(form.example().key())) {
                continue;
            }
            if (form.original()) {
                forms.add(0);
            }
            forms.set(forms.size() - 1, forms.get(forms.size() - 1) + 1);
            int at = row++;
            form.mixed()
                    .ifPresent(other ->
                            mixed.put(at, new RunPlan.Mixed(other.example().label(), other.share())));
        }
        return new RunPlan.Rows(
                data.folder().toString(),
                part(data.splits().training(), unreadable),
                forms,
                mixed,
                part(data.splits().trainDev(), unreadable),
                part(data.splits().dev(), unreadable));
    }

    private static void requireEveryClass(TrainingData data, RunPlan.Part train) throws TrainingException {
        Set<Integer> labels = new HashSet<>();
        for (int i = 0; i < train.size(); i++) {
            if (!data.first().contains(train.keys().get(i))) {
                labels.add(train.labels().get(i));
            }
        }
        for (int label = 0; label < data.splits().classes().size(); label++) {
            if (!labels.contains(label)) {
                throw new TrainingException("No training picture of the class '"
                        + data.splits().classes().get(label)
                        + "' can be read; check whether the folder is still there and the files are whole.");
            }
        }
    }

    private static RunPlan.Part part(List<? extends Example> examples, Set<String> without) {
        List<? extends Example> kept = examples.stream()
                .filter(example -> !without.contains(example.key()))
                .toList();
        return new RunPlan.Part(
                kept.stream().map(Example::key).toList(),
                kept.stream().map(Example::label).toList());
    }
}
