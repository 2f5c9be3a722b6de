package vermeer.ui.tuning.run;

import vermeer.engine.EngineException;
import vermeer.train.FineTuning;
import vermeer.ui.workbench.Services;

/** The window's one way to train, made when it is first needed. */
final class Tuner {
    private final Services services;
    private FineTuning tuning;

    Tuner(Services services) {
        this.services = services;
    }

    synchronized FineTuning tuning() throws EngineException {
        if (tuning == null) {
            tuning = new FineTuning(services.models().engine(), services.decoder(), services.cache());
        }
        return tuning;
    }

    long cacheLimit() {
        return services.cache().limit() / 2;
    }
}
