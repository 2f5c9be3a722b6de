package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.engine.Engine;
import vermeer.job.Progress;

class FormatSnifferTest {
    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("m.onnx", "\b\007rest", ModelFormat.ONNX),
                Arguments.of("no-ending", "\b\007\022rest", ModelFormat.ONNX),
                Arguments.of("m.h5", "\u0089HDF\r\n\u001a\n", ModelFormat.KERAS_HDF5),
                Arguments.of("m.tflite", "\u001c\0\0\0TFL3....", ModelFormat.TFLITE),
                Arguments.of("m.ort", "\u001c\0\0\0ORTM....", ModelFormat.ORT),
                Arguments.of("m.safetensors", "\u0010\0\0\0\0\0\0\0{\"a\":1}", ModelFormat.SAFETENSORS),
                Arguments.of("m.pth", "\u0080\u0002}q", ModelFormat.PYTORCH),
                Arguments.of("m.pkl", "\u0080\u0004}q", ModelFormat.PICKLE),
                Arguments.of("saved_model.pb", "\b\u0001anything", ModelFormat.SAVED_MODEL),
                Arguments.of("frozen.pb", "\nanything", ModelFormat.FROZEN_GRAPH),
                Arguments.of("m.gguf", "GGUF\3\0\0\0", ModelFormat.GGUF),
                Arguments.of("m.onnx", "version https://git-lfs.github.com/spec/v1\noid", ModelFormat.GIT_LFS_POINTER),
                Arguments.of("m.onnx", "<!DOCTYPE html><html>", ModelFormat.WEB_PAGE),
                Arguments.of("m.onnx", "", ModelFormat.EMPTY),
                Arguments.of("photo.jpg", "\u00ff\u00d8\u00ff\u00e0", ModelFormat.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsRecognisedByItsContentBeforeItsName(String name, String content, ModelFormat format) throws Exception {
        Path file = Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(format, FormatSniffer.sniff(file));
    }

    @Test
    void archivesAreRecognisedByWhatIsInThem() throws Exception {
        assertEquals(ModelFormat.DL4J, FormatSniffer.sniff(zip("a.zip", "configuration.json", "coefficients.bin")));
        assertEquals(
                ModelFormat.KERAS_3,
                FormatSniffer.sniff(zip("a.keras", "metadata.json", "config.json", "model.weights.h5")));
        assertEquals(ModelFormat.PYTORCH, FormatSniffer.sniff(zip("a.pt", "archive/data.pkl", "archive/data/0")));
        assertEquals(
                ModelFormat.TORCHSCRIPT,
                FormatSniffer.sniff(zip("b.pt", "m/data.pkl", "m/constants.pkl", "m/code/a.py")));
        assertEquals(ModelFormat.OTHER_ZIP, FormatSniffer.sniff(zip("c.zip", "readme.txt")));
        Path damaged = Files.write(folder.resolve("d.zip"), "PK\3\4nothing".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(ModelException.class, () -> FormatSniffer.sniff(damaged))
                .getMessage()
                .contains("damaged"));
    }

    @Test
    void foldersAreRecognised() throws Exception {
        Path saved = Files.createDirectory(folder.resolve("saved"));
        Files.createFile(saved.resolve("saved_model.pb"));
        assertEquals(ModelFormat.SAVED_MODEL, FormatSniffer.sniff(saved));
        assertEquals(ModelFormat.FOLDER, FormatSniffer.sniff(folder));
    }

    @Test
    void everyFormatThatIsNotReadSaysWhatItIsAndWhatToDo() throws Exception {
        List<ModelFormat> refused = Arrays.stream(ModelFormat.values())
                .filter(format -> format.remedy().isPresent())
                .toList();
        assertEquals(ModelFormat.values().length - 3, refused.size());
        try (Engine engine = Engine.start()) {
            Models models = new Models(engine, List.of());
            for (Path file : List.of(
                    zip("a.keras", "config.json", "model.weights.h5"),
                    zip("a.pt", "a/data.pkl"),
                    Files.write(
                            folder.resolve("a.tflite"),
                            "\u001c\0\0\0TFL3....".getBytes(StandardCharsets.ISO_8859_1)))) {
                String sentence = assertThrows(
                                ModelException.class, () -> models.open(file, Optional.empty(), Progress.none()))
                        .getMessage();
                assertTrue(sentence.contains(file.getFileName().toString()), sentence);
                assertTrue(sentence.contains("export") || sentence.contains("convert"), sentence);
                assertEquals(1, sentence.lines().count());
            }
        }
    }

    @Test
    void aMissingFileSaysSo() {
        String sentence = assertThrows(ModelException.class, () -> FormatSniffer.sniff(folder.resolve("none.onnx")))
                .getMessage();
        assertTrue(sentence.startsWith("There is no file"), sentence);
    }

    private Path zip(String name, String... entries) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return file;
    }
}
