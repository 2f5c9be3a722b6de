package vermeer.data.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vermeer.data.Dataset;
import vermeer.data.Example;

/** What training does about classes of unequal size. */
public enum Balancing {
    /** Every picture counts once. */
    NONE("as they are"),
    /** Every picture once, but mistakes on a small class count more in the loss. */
    CLASS_WEIGHTS("weigh the small classes more"),
    /** Pictures of small classes come several times in an epoch. */
    OVER_SAMPLING("show the small classes more often"),
    /** Of large classes only a part is used. */
    UNDER_SAMPLING("use only a part of the large classes");

    private final String text;

    Balancing(String text) {
        this.text = text;
    }

    /** What it does, for people. */
    public String text() {
        return text;
    }

    /** Whether the network learns class frequencies that its pictures did not have, so that its answers need correcting. */
    public boolean changesFrequencies() {
        return this != NONE;
    }

    /**
     * What the loss of a picture of each class is multiplied by: 1, or {@code n / (k * n_c)}, which keeps the mean over all
     * pictures at 1. 0 for a class without pictures.
     *
     * @param counts pictures of each class
     */
    public double[] weights(int[] counts) {
        double[] weights = new double[counts.length];
        long all = 0;
        int present = 0;
        for (int count : counts) {
            all += count;
            present += count > 0 ? 1 : 0;
        }
        for (int label = 0; label < counts.length; label++) {
            double balanced = counts[label] == 0 ? 0 : (double) all / present / counts[label];
            weights[label] = this == CLASS_WEIGHTS ? balanced : Math.min(counts[label], 1);
        }
        return weights;
    }

    /**
     * The examples of one epoch in random order.
     *
     * @param seed of the choice and the order; another one each epoch
     */
    public <T extends Example> List<T> epoch(List<T> examples, int classes, long seed) {
        Random random = new Random(seed);
        List<T> chosen = new ArrayList<>();
        int wanted = size(Dataset.counts(examples, classes));
        for (int label = 0; label < classes; label++) {
            List<T> own = new ArrayList<>();
            for (T example : examples) {
                if (example.label() == label) {
                    own.add(example);
                }
            }
            Collections.shuffle(own, random);
            int count = wanted < 0 || own.isEmpty() ? own.size() : wanted;
            for (int i = 0; i < count; i++) {
                chosen.add(own.get(i % own.size()));
            }
        }
        Collections.shuffle(chosen, random);
        return chosen;
    }

    /** How many examples of each class an epoch has; negative where each has its own. */
    private int size(int[] counts) {
        int size = -1;
        for (int count : counts) {
            if (this == OVER_SAMPLING) {
                size = Math.max(size, count);
            } else if (this == UNDER_SAMPLING && count > 0) {
                size = size < 0 ? count : Math.min(size, count);
            }
        }
        return size;
    }

    /** The class frequencies that a network learns from so many pictures of each class; sums to 1. */
    public double[] learnedFrequencies(int[] counts) {
        double[] frequencies = new double[counts.length];
        double sum = 0;
        for (int label = 0; label < counts.length; label++) {
            frequencies[label] = this == NONE ? counts[label] : Math.min(counts[label], 1);
            sum += frequencies[label];
        }
        for (int label = 0; label < counts.length; label++) {
            frequencies[label] /= sum;
        }
        return frequencies;
    }
}
