package vermeer.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Recognises a file's format by its first bytes, by the names inside an archive, and last by its own name. */
public final class FormatSniffer {
    private static final int HEAD = 64;
    private static final int MOST_ENTRIES = 10_000;

    private FormatSniffer() {}

    /** @throws ModelException where the file is missing or cannot be read */
    public static ModelFormat sniff(Path file) throws ModelException {
        if (!Files.exists(file)) {
            throw new ModelException("There is no file '" + file + "'; check the path.");
        }
        if (Files.isDirectory(file)) {
            return folder(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            if (starts(head, 0, "PK")) {
                return archive(file);
            }
            return single(head, name(file));
        } catch (IOException unreadable) {
            throw new ModelException(
                    "The file '" + file.getFileName() + "' cannot be read; check that you may read it.", unreadable);
        }
    }

    private static ModelFormat folder(Path folder) {
        if (Files.exists(folder.resolve("saved_model.pb"))) {
            return ModelFormat.SAVED_MODEL;
        }
        return name(folder).endsWith(".mlpackage") ? ModelFormat.COREML : ModelFormat.FOLDER;
    }

    private static ModelFormat archive(Path file) throws ModelException {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements() && names.size() < MOST_ENTRIES) {
                names.add(entries.nextElement().getName());
            }
        } catch (ZipException damaged) {
            throw new ModelException(
                    "The file '" + file.getFileName() + "' is a damaged zip archive; download or export it again.",
                    damaged);
        } catch (IOException unreadable) {
            throw new ModelException("The file '" + file.getFileName() + "' cannot be read.", unreadable);
        }
        return archive(names);
    }

    private static ModelFormat archive(Set<String> names) {
        if (names.contains("configuration.json") && names.contains("coefficients.bin")) {
            return ModelFormat.DL4J;
        }
        if (names.contains("config.json") && names.contains("model.weights.h5")) {
            return ModelFormat.KERAS_3;
        }
        if (names.stream().anyMatch(name -> name.endsWith("constants.pkl"))) {
            return ModelFormat.TORCHSCRIPT;
        }
        if (names.stream().anyMatch(name -> name.endsWith("data.pkl"))) {
            return ModelFormat.PYTORCH;
        }
        if (names.stream().anyMatch(name -> name.endsWith("saved_model.pb"))) {
            return ModelFormat.SAVED_MODEL;
        }
        return ModelFormat.OTHER_ZIP;
    }

    private static ModelFormat single(byte[] head, String name) {
        if (head.length == 0) {
            return ModelFormat.EMPTY;
        }
        if (starts(head, 1, "HDF\r\n")) {
            return ModelFormat.KERAS_HDF5;
        }
        if (starts(head, 4, "TFL3")) {
            return ModelFormat.TFLITE;
        }
        if (starts(head, 4, "ORTM")) {
            return ModelFormat.ORT;
        }
        if (starts(head, 0, "GGUF")) {
            return ModelFormat.GGUF;
        }
        if (starts(head, 0, "version https://git-lfs")) {
            return ModelFormat.GIT_LFS_POINTER;
        }
        if (head.length > 9 && head[8] == '{' && head[6] == 0 && head[7] == 0) {
            return ModelFormat.SAFETENSORS;
        }
        if (head.length > 1 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
            return name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".bin")
                    ? ModelFormat.PYTORCH
                    : ModelFormat.PICKLE;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype") || text.startsWith("<html")) {
            return ModelFormat.WEB_PAGE;
        }
        return byName(head, name);
    }

    private static ModelFormat byName(byte[] head, String name) {
        if (name.equals("saved_model.pb")) {
            return ModelFormat.SAVED_MODEL;
        }
        if (name.endsWith(".onnx")) {
            return ModelFormat.ONNX;
        }
        if (name.endsWith(".pb")) {
            return ModelFormat.FROZEN_GRAPH;
        }
        if (name.endsWith(".caffemodel") || name.endsWith(".prototxt")) {
            return ModelFormat.CAFFE;
        }
        if (name.endsWith(".mlmodel")) {
            return ModelFormat.COREML;
        }
        if (name.endsWith(".xml")) {
            return ModelFormat.OPENVINO;
        }
        // An ONNX file begins with its format's version, a small number in field 1.
        return head.length > 2 && head[0] == 8 && head[1] > 0 && head[1] < 32 ? ModelFormat.ONNX : ModelFormat.UNKNOWN;
    }

    private static boolean starts(byte[] head, int offset, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (head[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
