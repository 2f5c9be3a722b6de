package vermeer.ui.opening;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vermeer.image.PictureReader;
import vermeer.job.Progress;

/**
 * What the files and folders that a user named hold.
 *
 * @param pictures files that may be pictures, those of a folder by name
 * @param models files that may be models
 * @param cut whether a folder holds more pictures than are listed
 */
record FoundFiles(List<Path> pictures, List<Path> models, boolean cut) {
    static final int MOST = 20_000;
    private static final Set<String> PICTURES = Set.copyOf(PictureReader.extensions());
    private static final Set<String> MODELS = Set.of(
            "onnx",
            "zip",
            "h5",
            "hdf5",
            "keras",
            "pt",
            "pth",
            "pb",
            "tflite",
            "safetensors",
            "ckpt",
            "mlmodel",
            "pkl",
            "bin");

    /** Sorts files by their names and looks into folders, sub-folders included, for pictures. */
    static FoundFiles in(List<Path> paths, Progress progress) throws IOException {
        List<Path> pictures = new ArrayList<>();
        List<Path> models = new ArrayList<>();
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            if (Files.isDirectory(absolute)) {
                if (Files.exists(absolute.resolve("saved_model.pb"))) {
                    models.add(absolute);
                } else {
                    pictures.addAll(picturesIn(absolute, progress));
                }
            } else if (MODELS.contains(extension(absolute))) {
                models.add(absolute);
            } else {
                pictures.add(absolute);
            }
        }
        boolean cut = pictures.size() > MOST;
        return new FoundFiles(cut ? List.copyOf(pictures.subList(0, MOST)) : pictures, models, cut);
    }

    private static List<Path> picturesIn(Path folder, Progress progress) throws IOException {
        List<Path> pictures = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && PICTURES.contains(extension(file))) {
                    pictures.add(file);
                }
                boolean enough = progress.cancelled() || pictures.size() > MOST;
                return enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        pictures.sort(null);
        return pictures;
    }

    private static String extension(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
