package vermeer.attribution;

import java.util.Arrays;
import java.util.stream.IntStream;
import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/**
 * Graph-based segmentation (Felzenszwalb, Huttenlocher: Efficient graph-based image segmentation, 2004) of a preprocessed picture:
 * neighbouring places join while the difference between two parts is small against the differences inside them.
 */
final class Segmentation {
    private final int height;
    private final int width;
    private final Edges edges;

    /** Looks at a picture's edges, once for segmentations of every scale. */
    Segmentation(Tensor input, Layout layout) {
        int[] shape = input.itemShape();
        height = layout.height(shape);
        width = layout.width(shape);
        edges = Edges.of(PictureColours.scaled(input, layout), height, width);
    }

    /**
     * Divides the picture.
     *
     * @param scale larger makes larger parts, in units of the channels' standard deviation times places
     * @param smallest parts with fewer places join a neighbour
     */
    Superpixels parts(double scale, int smallest) {
        Forest forest = new Forest(height * width, scale);
        for (int edge : edges.order) {
            forest.joinIfAlike(edges.from[edge], edges.to[edge], edges.weight[edge]);
        }
        for (int edge : edges.order) {
            forest.joinIfSmall(edges.from[edge], edges.to[edge], smallest);
        }
        return forest.parts(height, width);
    }

    /** Neighbouring places with the distance of their colours, in rising order. */
    private static final class Edges {
        private final int[] from;
        private final int[] to;
        private final float[] weight;
        private int[] order;

        private Edges(int count) {
            from = new int[count];
            to = new int[count];
            weight = new float[count];
        }

        static Edges of(float[][] colours, int height, int width) {
            Edges edges = new Edges(height * (width - 1) + width * (height - 1));
            int count = 0;
            for (int place = 0; place < height * width; place++) {
                if (place % width < width - 1) {
                    edges.set(count++, colours, place, place + 1);
                }
                if (place / width < height - 1) {
                    edges.set(count++, colours, place, place + width);
                }
            }
            edges.order = rising(edges.weight);
            return edges;
        }

        /** The order of values that are not negative, whose bits rise as they do; equal values by index. */
        private static int[] rising(float[] values) {
            long[] keys = new long[values.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (long) Float.floatToIntBits(values[i]) << 32 | i;
            }
            Arrays.sort(keys);
            return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        }

        private void set(int index, float[][] colours, int place, int neighbour) {
            double sum = 0;
            for (float[] channel : colours) {
                double difference = channel[place] - channel[neighbour];
                sum += difference * difference;
            }
            from[index] = place;
            to[index] = neighbour;
            weight[index] = (float) Math.sqrt(sum);
        }
    }

    /** Disjoint sets of places. */
    private static final class Forest {
        private final int[] parent;
        private final int[] size;
        private final double[] threshold;
        private final double scale;

        Forest(int places, double scale) {
            this.parent = IntStream.range(0, places).toArray();
            this.size = new int[places];
            this.threshold = new double[places];
            this.scale = scale;
            Arrays.fill(size, 1);
            Arrays.fill(threshold, scale);
        }

        private int root(int place) {
            int root = place;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        void joinIfAlike(int a, int b, double weight) {
            int first = root(a);
            int second = root(b);
            if (first != second && weight <= Math.min(threshold[first], threshold[second])) {
                int joined = join(first, second);
                threshold[joined] = weight + scale / size[joined];
            }
        }

        void joinIfSmall(int a, int b, int smallest) {
            int first = root(a);
            int second = root(b);
            if (first != second && Math.min(size[first], size[second]) < smallest) {
                join(first, second);
            }
        }

        private int join(int first, int second) {
            int large = size[first] >= size[second] ? first : second;
            int small = large == first ? second : first;
            parent[small] = large;
            size[large] += size[small];
            return large;
        }

        Superpixels parts(int height, int width) {
            int[] number = new int[parent.length];
            Arrays.fill(number, -1);
            int[] labels = new int[parent.length];
            int count = 0;
            for (int place = 0; place < labels.length; place++) {
                int root = root(place);
                if (number[root] < 0) {
                    number[root] = count++;
                }
                labels[place] = number[root];
            }
            return new Superpixels(height, width, labels, count);
        }
    }
}
