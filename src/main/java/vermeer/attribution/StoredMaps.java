package vermeer.attribution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import vermeer.cache.DiskCache;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.setting.Kind;
import vermeer.setting.Setting;
import vermeer.setting.Settings;

/**
 * Finished maps in the cache on disk, so that they are there at once when Vermeer is started again. Maps that are computed faster
 * than a user notices are not stored. Damaged entries are passed over and written anew.
 */
public final class StoredMaps {
    /** Part of every key; to be raised whenever a method gives other values than before. */
    private static final int EDITION = 1;

    private static final String KIND = "maps";
    private static final long WORTHWHILE_NANOS = 100_000_000L;
    private static final long LARGEST = 1L << 28;

    private final DiskCache cache;
    private final long worthwhileNanos;

    public StoredMaps(DiskCache cache) {
        this(cache, WORTHWHILE_NANOS);
    }

    StoredMaps(DiskCache cache, long worthwhileNanos) {
        this.cache = cache;
        this.worthwhileNanos = worthwhileNanos;
    }

    /**
     * The map from the cache; where it is not there it is computed, and stored if that took time.
     *
     * @param network what the network's answers depend on besides the input: its weights, its head, its profile, what computes
     * @apiNote Long-running; call on the compute lane.
     */
    public Attribution explain(
            String network,
            ImageModel model,
            AttributionMethod method,
            Subject subject,
            Sketch sketch,
            Progress progress)
            throws EngineException, CancelledException {
        if (readsFolder(method)) {
            return method.explain(model, subject, sketch, progress);
        }
        String key = key(network, method, subject);
        Optional<Attribution> stored = find(key);
        if (stored.isPresent()) {
            progress.report(1, 1);
            return stored.get();
        }
        long started = System.nanoTime();
        Attribution made = method.explain(model, subject, sketch, progress);
        if (System.nanoTime() - started >= worthwhileNanos) {
            put(key, made);
        }
        return made;
    }

    /** Whether a map depends on files, which may change without notice. */
    private static boolean readsFolder(AttributionMethod method) {
        Map<String, String> values = Settings.texts(method);
        return Settings.of(method).stream()
                .filter(setting -> setting.kind() instanceof Kind.Folder)
                .map(Setting::name)
                .anyMatch(name -> !values.get(name).isEmpty());
    }

    private Optional<Attribution> find(String key) {
        Optional<Path> file = cache.find(KIND, key);
        try {
            return file.isPresent() && Files.size(file.get()) < LARGEST
                    ? Optional.of(AttributionFile.read(Files.readAllBytes(file.get())))
                    : Optional.empty();
        } catch (IOException damagedOrJustRemoved) {
            return Optional.empty();
        }
    }

    private void put(String key, Attribution made) {
        try {
            byte[] bytes = AttributionFile.write(made);
            cache.put(KIND, key, out -> out.write(bytes));
        } catch (IOException mapIsThereAllTheSame) {
            return;
        }
    }

    private static String key(String network, AttributionMethod method, Subject subject) {
        StringBuilder text = new StringBuilder();
        text.append(EDITION).append('\n').append(network).append('\n').append(method.name());
        Settings.texts(method)
                .forEach((name, value) ->
                        text.append('\n').append(name).append('=').append(value));
        for (Target.Term term : subject.target().terms()) {
            text.append('\n').append(term.index()).append(' ').append(term.weight());
        }
        text.append('\n').append(subject.region());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
            float[] values = subject.input().data();
            ByteBuffer input = ByteBuffer.allocate(Float.BYTES * values.length);
            input.asFloatBuffer().put(values);
            digest.update(input);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
