package vermeer.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vermeer.model.ClassNames;

/**
 * The true classes of pictures that lie in folders named like a model's classes, as {@link ClassMatch} matches names. A
 * folder named by a number says nothing, unless a class is called so.
 *
 * @param classes the model's class of each picture that has one, by its file
 */
public record FolderLabels(Map<Path, Integer> classes) {

    public FolderLabels {
        classes = Map.copyOf(classes);
    }

    /**
     * The labels of these pictures.
     *
     * @param classNames the model's
     */
    public static FolderLabels of(List<Path> files, List<String> classNames) {
        List<String> wordNet = ClassNames.wordNetNumbers();
        List<String> folders = files.stream()
                .map(FolderLabels::folder)
                .distinct()
                .filter(name -> !name.matches("\\d*") || classNames.contains(name))
                .toList();
        int[] index = ClassMatch.of(folders, classNames, classNames.size() == wordNet.size() ? wordNet : List.of())
                .index();
        Map<Path, Integer> classes = new HashMap<>();
        for (Path file : files) {
            int place = folders.indexOf(folder(file));
            if (place >= 0 && index[place] >= 0) {
                classes.put(file, index[place]);
            }
        }
        return new FolderLabels(classes);
    }

    private static String folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
    }

    /** A picture's class; empty where its folder does not tell. */
    public OptionalInt of(Path file) {
        Integer label = classes.get(file);
        return label == null ? OptionalInt.empty() : OptionalInt.of(label);
    }
}
