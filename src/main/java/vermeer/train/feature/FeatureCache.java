package vermeer.train.feature;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vermeer.cache.DiskCache;
import vermeer.data.augmentation.Variant;
import vermeer.data.augmentation.Variants;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.image.Decoder;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.train.TrainingException;

/**
 * Values at a cut, kept under everything that they depend on: the network's file, the cut, the profile, every picture's
 * content, the variants, the number of threads.
 */
public final class FeatureCache {
    private static final String KIND = "features";
    private static final String VERSION = "1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DiskCache cache;
    private final Engine engine;
    private final Decoder pictures;

    public FeatureCache(DiskCache cache, Engine engine, Decoder pictures) {
        this.cache = cache;
        this.engine = engine;
        this.pictures = pictures;
    }

    /** What is known of a cached file besides its rows. */
    private record Note(String sha256, List<Features.Unreadable> unreadable) {}

    /** The largest number of bytes that the values of one run may take. */
    public long limit() {
        return cache.limit() / 2;
    }

    /**
     * Finds or computes values.
     *
     * @throws TrainingException where they are too many, the disk is full, or the network cannot be run
     */
    public Features values(FeatureRequest request, Progress progress) throws TrainingException, CancelledException {
        if (request.bytes() > limit()) {
            throw new TrainingException(
                    "The values at the cut '" + request.cut().name() + "' would take "
                            + megabytes(request.bytes()) + " MB on the disk, more than the " + megabytes(limit())
                            + " MB that are allowed; cut nearer to the head or use fewer variants or pictures.");
        }
        String key = key(request, progress.part(0, 0.1));
        Optional<Features> found = find(key);
        return found.isPresent() ? found.get() : compute(key, request, progress.part(0.1, 1));
    }

    /** Whether a file of cached values still holds what it held. */
    public boolean matches(Path file, String sha256, Progress progress) throws CancelledException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                progress.checkCancelled();
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sha256);
        } catch (IOException gone) {
            return false;
        }
    }

    private Optional<Features> find(String key) {
        Optional<Path> rows = cache.find(KIND, key);
        Optional<Path> note = cache.find(KIND, key + ".json");
        if (rows.isEmpty() || note.isEmpty()) {
            return Optional.empty();
        }
        try {
            Note known = JSON.readValue(Files.readAllBytes(note.get()), Note.class);
            return Optional.of(new Features(rows.get(), known.sha256(), known.unreadable(), true));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private Features compute(String key, FeatureRequest request, Progress progress)
            throws TrainingException, CancelledException {
        MessageDigest digest = sha256();
        try (FeatureComputation computation = new FeatureComputation(engine, pictures, request, progress)) {
            Path file = cache.put(KIND, key, out -> computation.write(new Digesting(out, digest)));
            String hash = HexFormat.of().formatHex(digest.digest());
            Note note = new Note(hash, computation.unreadable());
            cache.put(KIND, key + ".json", out -> out.write(JSON.writeValueAsBytes(note)));
            return new Features(file, hash, computation.unreadable(), false);
        } catch (FileException failed) {
            if (failed.getCause() instanceof FeatureComputation.Ended ended) {
                ended.rethrow();
            }
            throw new TrainingException(failed.getMessage(), failed);
        } catch (EngineException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    private String key(FeatureRequest request, Progress progress) throws CancelledException {
        MessageDigest digest = sha256();
        Stream.of(
                        VERSION,
                        request.model().sha256(),
                        ProfileJson.write(request.profile()),
                        request.cut().value(),
                        variants(request.variants()),
                        Integer.toString(engine.threads()))
                .forEach(text -> add(digest, text));
        byte[] buffer = new byte[1 << 16];
        for (int i = 0; i < request.forms().size(); i++) {
            progress.checkCancelled();
            Variant form = request.forms().get(i);
            add(
                    digest,
                    form.number() + " " + (form.original() ? "" : form.example().key()));
            form.mixed().ifPresent(mixed -> add(digest, mixed.example().key() + " " + mixed.share()));
            if (form.original()) {
                addContent(digest, form.example().file(), buffer);
            }
            progress.report(i + 1L, request.forms().size());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String variants(Variants variants) {
        return variants.augmentation() + " " + variants.changed() + " " + new TreeMap<>(variants.multipliers()) + " "
                + variants.seed();
    }

    private static void addContent(MessageDigest digest, Path file, byte[] buffer) {
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException unreadable) {
            add(digest, "unreadable");
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A stream that also digests what passes. */
    private static final class Digesting extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest;

        Digesting(OutputStream out, MessageDigest digest) {
            this.out = out;
            this.digest = digest;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            digest.update((byte) value);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            digest.update(bytes, from, count);
        }
    }
}
