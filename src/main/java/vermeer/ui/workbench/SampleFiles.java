package vermeer.ui.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what ships with Vermeer in the folder {@code sample-models} of its home. */
public final class SampleFiles {
    private static final String FIRST_PICTURE = "chelsea.png";
    private static final String FIRST_MODEL = "efficientnet_lite0.onnx";

    private SampleFiles() {}

    /** The samples of this installation; none where it has none. */
    public static Services.Samples here() {
        return in(Path.of(System.getProperty("vermeer.home", "."))
                .toAbsolutePath()
                .normalize());
    }

    static Services.Samples in(Path home) {
        Path folder = home.resolve("sample-models");
        return new Services.Samples(
                files(folder, FIRST_MODEL, Set.of("onnx", "zip", "h5")),
                files(folder.resolve("photos"), FIRST_PICTURE, Set.of("png", "jpg")));
    }

    private static List<Path> files(Path folder, String first, Set<String> extensions) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> extensions.contains(extension(file)))
                    .sorted((one, other) -> rank(one, first).compareTo(rank(other, first)))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String rank(Path file, String first) {
        String name = file.getFileName().toString();
        return (name.equals(first) ? "0" : "1") + name;
    }
}
