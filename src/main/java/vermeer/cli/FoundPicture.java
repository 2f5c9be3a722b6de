package vermeer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vermeer.image.PictureReader;

/**
 * A picture that a command is to work on.
 *
 * @param file the file, which may not exist
 * @param folder the sub-folder of the walked folder that it lies in, repeated under the output folder; may be empty
 * @param stem the name of its results, unique within the folder
 */
record FoundPicture(Path file, Path folder, String stem) {
    private static final Pattern OUR_OWN =
            Pattern.compile("(.+\\.[a-z0-9-]+\\.\\d+(?:-[a-z0-9-]+)?)(?:\\.(?:noise|pattern))?\\.png");
    private static final String NOISE = ".noise.png";

    /** The pictures of these files and folders; a folder's own in the order of their names, sub-folders included. */
    static List<FoundPicture> in(List<Path> paths) throws CommandException {
        List<FoundPicture> pictures = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> files = walk(path);
                if (files.isEmpty()) {
                    throw new CommandException("The folder '" + path + "' holds no pictures that Vermeer reads.");
                }
                for (Path file : files) {
                    pictures.add(named(file, path.relativize(file.getParent()), taken));
                }
            } else {
                pictures.add(named(path, Path.of(""), taken));
            }
        }
        return pictures;
    }

    private static List<Path> walk(Path folder) throws CommandException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && isPicture(file) && !isOurOwn(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new CommandException("The folder '" + folder + "' cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && PictureReader.extensions().contains(extension);
    }

    /**
     * Whether an earlier {@code explain} or {@code attack} wrote the file: explaining a folder twice must not explain the
     * maps.
     */
    private static boolean isOurOwn(Path file) {
        var matcher = OUR_OWN.matcher(file.getFileName().toString());
        return matcher.matches()
                && (Files.exists(file.resolveSibling(matcher.group(1) + ".npy"))
                        || Files.exists(file.resolveSibling(matcher.group(1) + NOISE)));
    }

    private static FoundPicture named(Path file, Path folder, Set<Path> taken) {
        String name =
                file.getFileName() == null ? "picture" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        if (!take(folder, stem, taken)) {
            stem = name;
            for (int number = 2; !take(folder, stem, taken); number++) {
                stem = name + "-" + number;
            }
        }
        return new FoundPicture(file, folder, stem);
    }

    private static boolean take(Path folder, String stem, Set<Path> taken) {
        return taken.add(folder.resolve(stem.toLowerCase(Locale.ROOT)));
    }
}
