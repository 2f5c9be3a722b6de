package vermeer.data.label;

import java.nio.file.Path;
import java.util.Optional;
import vermeer.data.DataException;
import vermeer.data.Split;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Each picture's class is the name of a folder above it; the folder above that one is its part. Folders inside a class folder are
 * looked through too.
 *
 * @param depth which folder on the way from the dataset's folder to the picture: 1 is the first, 2 the second; 0 takes the
 *     second where the first is called as a split is ({@code train}, {@code val}, {@code test}, {@code synthetic}), else the first
 */
public record FolderNames(int depth) implements LabelSource {
    private static final int DEEPEST = 5;

    /** @throws IllegalArgumentException where the depth is out of range; the message is a clause */
    public FolderNames {
        if (depth < 0 || depth > DEEPEST) {
            throw new IllegalArgumentException("the class folder must be one of the first " + DEEPEST);
        }
    }

    public FolderNames() {
        this(0);
    }

    @Override
    public LabelReading read(Path folder, Progress progress) throws DataException, CancelledException {
        FolderListing listing = FolderListing.of(folder, progress);
        Collecting collecting = new Collecting(listing);
        for (String key : listing.pictures()) {
            String[] names = key.split("/");
            int at = depth(names);
            if (at >= names.length) {
                collecting.leaveOut(key, "lies in no class folder");
            } else {
                collecting.add(key, names[at - 1], at > 1 ? names[at - 2] : "");
            }
        }
        for (String empty : listing.folders()) {
            className(empty).ifPresent(collecting::mention);
        }
        return collecting.reading("put the pictures of each class into a folder with the class's name");
    }

    /** The class that a folder of this path stands for by itself. */
    private Optional<String> className(String folderKey) {
        String[] names = folderKey.split("/");
        boolean split = depth == 0 && names.length == 1 && isPart(names[0]);
        return !split && names.length == depth(names) ? Optional.of(names[names.length - 1]) : Optional.empty();
    }

    private int depth(String[] names) {
        if (depth > 0) {
            return depth;
        }
        return isPart(names[0]) ? 2 : 1;
    }

    private static boolean isPart(String name) {
        return Collecting.isSynthetic(name) || Split.ofFolder(name).isPresent();
    }
}
