package vermeer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which of a model's classes the classes of a folder are. Names match where they are equal but for case, punctuation and a
 * plural s; of a model's name such as {@code tench, Tinca tinca} each part counts; numbers are indices.
 *
 * @param index the model's class of each class of the folder; -1 where there is none
 * @param unmatched names of the folder's classes that the model does not know
 */
public record ClassMatch(int[] index, List<String> unmatched) {

    public ClassMatch {
        unmatched = List.copyOf(unmatched);
    }

    /** @param synonyms further names of the model's classes, such as WordNet numbers, one a class; may be empty */
    public static ClassMatch of(List<String> folder, List<String> model, List<String> synonyms) {
        Map<String, Integer> known = new HashMap<>();
        for (int k = 0; k < synonyms.size(); k++) {
            known.putIfAbsent(plain(synonyms.get(k)), k);
        }
        for (int k = 0; k < model.size(); k++) {
            known.putIfAbsent(plain(model.get(k)), k);
        }
        for (int k = 0; k < model.size(); k++) {
            for (String part : model.get(k).split(",")) {
                known.putIfAbsent(plain(part), k);
            }
        }
        int[] index = new int[folder.size()];
        List<String> unmatched = new ArrayList<>();
        for (int i = 0; i < index.length; i++) {
            index[i] = find(folder.get(i), known, model.size());
            if (index[i] < 0) {
                unmatched.add(folder.get(i));
            }
        }
        return new ClassMatch(index, unmatched);
    }

    private static int find(String name, Map<String, Integer> known, int classes) {
        String plain = plain(name);
        if (known.containsKey(plain)) {
            return known.get(plain);
        }
        if (plain.endsWith("s") && known.containsKey(plain.substring(0, plain.length() - 1))) {
            return known.get(plain.substring(0, plain.length() - 1));
        }
        if (plain.matches("\\d{1,6}") && Integer.parseInt(plain) < classes) {
            return Integer.parseInt(plain);
        }
        return -1;
    }

    /** Letters and digits in lower case, everything else as one space; a name without any is left as it is. */
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? name : plain;
    }

    /** Whether every class of the folder is one of the model, and no two are the same. */
    public boolean complete() {
        return unmatched.isEmpty() && Arrays.stream(index).distinct().count() == index.length;
    }
}
