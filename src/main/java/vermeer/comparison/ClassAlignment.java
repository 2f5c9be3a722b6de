package vermeer.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vermeer.evaluation.ClassMatch;

/**
 * Which classes of two models are the same. Classes with the same name at the same place are; the others match as {@link
 * ClassMatch} matches names, where no other class lays claim to the same one.
 *
 * @param ofFirst for each class of the first model the class of the second; -1 where the second has none
 * @param ofSecond for each class of the second model the class of the first; -1 where the first has none
 */
public record ClassAlignment(int[] ofFirst, int[] ofSecond) {

    /** Aligns the classes of two models by their names. */
    public static ClassAlignment of(List<String> first, List<String> second) {
        int[] ofFirst = new int[first.size()];
        int[] ofSecond = new int[second.size()];
        Arrays.fill(ofFirst, -1);
        Arrays.fill(ofSecond, -1);
        for (int i = 0; i < Math.min(ofFirst.length, ofSecond.length); i++) {
            if (first.get(i).equals(second.get(i))) {
                ofFirst[i] = i;
                ofSecond[i] = i;
            }
        }
        int[] there = match(first, second);
        int[] back = match(second, first);
        for (int i = 0; i < ofFirst.length; i++) {
            pair(i, there[i], back, ofFirst, ofSecond, claims(there, there[i]));
        }
        for (int j = 0; j < ofSecond.length; j++) {
            pair(j, back[j], there, ofSecond, ofFirst, claims(back, back[j]));
        }
        return new ClassAlignment(ofFirst, ofSecond);
    }

    /** Pairs two classes that are free, where the other one does not name a third. */
    private static void pair(int one, int other, int[] otherNames, int[] ofOne, int[] ofOther, long claims) {
        boolean free = other >= 0 && ofOne[one] < 0 && ofOther[other] < 0;
        if (free && (otherNames[other] == one || otherNames[other] < 0 && claims == 1)) {
            ofOne[one] = other;
            ofOther[other] = one;
        }
    }

    private static long claims(int[] match, int wanted) {
        return Arrays.stream(match).filter(index -> index == wanted).count();
    }

    /** A class that is called by a number is another's only where that is called so too, never by its place. */
    private static int[] match(List<String> names, List<String> others) {
        int[] match = ClassMatch.of(names, others, List.of()).index();
        return IntStream.range(0, match.length)
                .map(i -> names.get(i).strip().matches("\\d+") && !others.contains(names.get(i)) ? -1 : match[i])
                .toArray();
    }

    /** The number of classes that both models have. */
    public int shared() {
        return (int) Arrays.stream(ofFirst).filter(index -> index >= 0).count();
    }
}
