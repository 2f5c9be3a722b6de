package vermeer.ui.opening;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.attribution.AttributionMethods;
import vermeer.cache.DiskCache;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.image.InputProfile;
import vermeer.job.Progress;
import vermeer.model.ModelReader;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.model.ZooNetwork;
import vermeer.ui.investigation.Network;

/** Opens model files with the engine, which starts with the first of them. To be used from the compute lane alone. */
public final class FileModelOpener implements ModelOpener {
    private final List<ModelReader> readers;
    private Engine engine;

    /** @param readers of further formats, beside those that Vermeer knows */
    public FileModelOpener(List<ModelReader> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public Network open(Path file, Progress progress) throws Exception {
        return network(models().open(file, Optional.empty(), progress));
    }

    @Override
    public Network open(Path file, InputProfile edited, Progress progress) throws Exception {
        return network(models().open(file, edited, progress));
    }

    @Override
    public Network build(ZooNetwork network, Progress progress) throws Exception {
        return network(models().openZoo(network, progress));
    }

    private Network network(OpenModel model) throws EngineException {
        // The model remembers what each method lacks; asked here, it does not hold up the thread that draws the
        // palette.
        AttributionMethods.all().forEach(method -> method.unavailable(model));
        return new OpenNetwork(model, engine().provider());
    }

    private Models models() throws EngineException {
        return Models.ofEveryFormat(engine(), DiskCache.ofUser(), readers);
    }

    @Override
    public synchronized Engine engine() throws EngineException {
        if (engine == null) {
            engine = Engine.start();
        }
        return engine;
    }
}
