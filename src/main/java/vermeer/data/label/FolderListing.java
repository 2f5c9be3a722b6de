package vermeer.data.label;

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
import vermeer.data.DataException;
import vermeer.image.PictureReader;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * What lies in a folder, by the names only. Hidden files and folders are passed over.
 *
 * @param folder absolute
 * @param pictures keys of files whose names end as pictures' do, sorted
 * @param folders keys of all sub-folders, sorted
 * @param others files that are no pictures or could not be looked at
 */
record FolderListing(Path folder, List<String> pictures, List<String> folders, List<LeftOut> others) {
    private static final int MOST_FILES = 1_000_000;
    private static final int DEEPEST = 32;

    static FolderListing of(Path folder, Progress progress) throws DataException, CancelledException {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new DataException(
                    Files.exists(root)
                            ? "'" + folder + "' is a file; choose the folder that holds the pictures."
                            : "There is no folder '" + folder + "'; check the name.");
        }
        Walk walk = new Walk(root, progress);
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, walk);
        } catch (IOException unreadable) {
            throw new DataException(
                    "The folder '" + folder + "' cannot be read; check that it is still there and may be read.",
                    unreadable);
        }
        progress.checkCancelled();
        if (!Files.isDirectory(root)) {
            throw new DataException("The folder '" + folder + "' was removed while it was read; choose it again.");
        }
        if (walk.files > MOST_FILES) {
            throw new DataException("The folder '" + folder + "' holds more than " + MOST_FILES
                    + " files; choose the folder that holds the pictures only.");
        }
        walk.pictures.sort(null);
        walk.folders.sort(null);
        return new FolderListing(root, walk.pictures, walk.folders, walk.others);
    }

    /** The file of a key. */
    Path file(String key) {
        return folder.resolve(key);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Progress progress;
        private final List<String> pictures = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private final List<LeftOut> others = new ArrayList<>();
        private int files;

        Walk(Path root, Progress progress) {
            this.root = root;
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (directory.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            if (hidden(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(key(directory));
            return goOn();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (hidden(file)) {
                return goOn();
            }
            files++;
            if (attributes.isDirectory()) {
                others.add(new LeftOut(key(file), "lies deeper than " + DEEPEST + " folders"));
            } else if (!isPicture(file)) {
                others.add(new LeftOut(key(file), "is no picture by its name"));
            } else if (!Files.isRegularFile(file)) {
                others.add(new LeftOut(key(file), "is a link to nothing or no file"));
            } else {
                pictures.add(key(file));
            }
            return goOn();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            others.add(new LeftOut(key(file), "could not be looked at"));
            return goOn();
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
            if (failure != null) {
                others.add(new LeftOut(key(directory), "could not be listed to its end"));
            }
            return goOn();
        }

        private FileVisitResult goOn() {
            return progress.cancelled() || files > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private String key(Path file) {
            StringBuilder key = new StringBuilder();
            for (Path name : root.relativize(file)) {
                key.append(key.length() == 0 ? "" : "/").append(name);
            }
            return key.toString();
        }

        private static boolean hidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }

        private static boolean isPicture(Path file) {
            String name = file.getFileName().toString();
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return PictureReader.extensions().contains(ending);
        }
    }
}
