package vermeer.cli;

import vermeer.engine.Engine;
import vermeer.engine.EngineException;

/** The engine, started when the first command asks for it: most commands that fail do so before. */
final class LazyEngine implements AutoCloseable {
    private Engine engine;

    /** The engine; the same at every call. */
    synchronized Engine get() throws EngineException {
        if (engine == null) {
            engine = Engine.start();
        }
        return engine;
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
