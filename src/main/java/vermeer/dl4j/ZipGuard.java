package vermeer.dl4j;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes out of a DL4J zip what Vermeer needs, so that DL4J's own reader, which trusts every entry and deserializes one,
 * never sees the file. Names are allowed by a list, sizes are counted while inflating and never believed.
 */
final class ZipGuard {
    static final int MAX_ENTRIES = 32;
    static final long MAX_CONFIGURATION = 16L << 20;
    static final long MAX_TEXT = 4L << 20;
    static final long MAX_WEIGHTS = 4L << 30;
    /** How many times its packed size an entry may have... */
    static final long MAX_RATIO = 100;
    /** ...once it is longer than this. */
    static final long RATIO_GRACE = 100 << 10;

    private static final Set<String> KNOWN = Set.of(
            "configuration.json",
            "coefficients.bin",
            "updaterState.bin",
            "normalizer.bin",
            "noParams.marker",
            "labels.txt",
            "meta.json");
    private static final String DROPPED = "preprocessor.bin";

    private final String file;
    private final Path folder;
    private final Set<String> seen = new HashSet<>();
    private final List<String> notices = new ArrayList<>();
    private String configuration;
    private Path coefficients;
    private String labels;

    private ZipGuard(Path file, Path folder) {
        this.file = file.getFileName().toString();
        this.folder = folder;
    }

    /**
     * Reads a zip.
     *
     * @param folder where the weights are inflated to; the caller's own
     * @throws ConversionException where the zip is damaged, hostile or not DL4J's, with the reason
     */
    static ModelArchive read(Path zip, Path folder) throws ConversionException {
        return new ZipGuard(zip, folder).read(zip);
    }

    private ModelArchive read(Path zip) throws ConversionException {
        try (CountingInputStream packed = new CountingInputStream(new BufferedInputStream(Files.newInputStream(zip)));
                ZipInputStream entries = new ZipInputStream(packed, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                check(entry.getName());
                take(entry.getName(), new InflatedEntry(entries, packed));
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
            throw refused("is damaged or no zip archive; copy or save it again");
        } catch (RefusedException e) {
            throw refused(e.getMessage());
        } catch (IOException e) {
            throw new ConversionException("The file '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        }
        return archive();
    }

    private ModelArchive archive() throws ConversionException {
        if (configuration == null) {
            throw refused("is no DL4J model: it has no configuration.json. Save it with ModelSerializer.writeModel");
        }
        if (coefficients == null) {
            throw refused("has no weights (coefficients.bin), so there is nothing to explain");
        }
        return new ModelArchive(configuration, coefficients, Optional.ofNullable(labels), notices);
    }

    private void check(String name) throws ConversionException {
        if (!seen.add(name)) {
            throw refused("holds the entry '" + printable(name) + "' twice; it may be a forgery");
        }
        if (seen.size() > MAX_ENTRIES) {
            throw refused("holds more than " + MAX_ENTRIES + " entries; a DL4J model has at most a dozen");
        }
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..");
        if (outside) {
            throw refused("holds the entry '" + printable(name) + "', which points out of the archive");
        }
        if (!KNOWN.contains(name) && !name.equals(DROPPED) && !name.startsWith("objects/")) {
            throw refused("holds the entry '" + printable(name) + "', which no DL4J model has");
        }
    }

    private void take(String name, InputStream entry) throws IOException {
        switch (name) {
            case "configuration.json" -> configuration = text(entry, MAX_CONFIGURATION, "its configuration");
            case "labels.txt" -> labels = text(entry, MAX_TEXT, "its list of class names");
            case "coefficients.bin" -> coefficients = inflate(entry, folder.resolve("coefficients.bin"));
            default -> skip(name, entry);
        }
    }

    /** What is not needed is inflated all the same, and counted: a bomb is no less one for its name. */
    private void skip(String name, InputStream entry) throws IOException {
        copy(entry, OutputStream.nullOutputStream(), MAX_WEIGHTS, "its entry '" + name + "'");
        if (name.equals("normalizer.bin")) {
            notices.add("The file carries a data normaliser (normalizer.bin) that Vermeer does not read; check mean and"
                    + " standard deviation in the input profile.");
        } else if (!KNOWN.contains(name)) {
            notices.add(
                    "The entry '" + name + "' was left out: it is a serialized Java object, which could run code, and"
                            + " the network does not need it.");
        }
    }

    private static String text(InputStream entry, long most, String what) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(entry, bytes, most, what);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Path inflate(InputStream entry, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            copy(entry, out, MAX_WEIGHTS, "its weights");
        }
        return target;
    }

    private static void copy(InputStream entry, OutputStream out, long most, String what) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int count = entry.read(buffer); count >= 0; count = entry.read(buffer)) {
            size += count;
            if (size > most) {
                throw new RefusedException(what + " are longer than " + (most >> 20) + " MB");
            }
            out.write(buffer, 0, count);
        }
    }

    private ConversionException refused(String why) {
        return new ConversionException("The file '" + file + "' " + why + ".");
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
    }
}
