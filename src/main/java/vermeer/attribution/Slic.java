package vermeer.attribution;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/**
 * SLIC superpixels (Achanta et al., SLIC superpixels compared to state-of-the-art superpixel methods, 2012) of a preprocessed
 * picture: k-means on colour and place from a regular grid, then stray pieces join a neighbour. Colours are the network's input
 * values, each channel scaled to unit variance.
 *
 * @param segments parts aimed at
 * @param compactness weight of place against colour; larger makes squarer parts
 */
record Slic(int segments, double compactness) {
    private static final int ITERATIONS = 10;

    Superpixels of(Tensor input, Layout layout) {
        int[] shape = input.itemShape();
        int height = layout.height(shape);
        int width = layout.width(shape);
        float[][] colours = PictureColours.scaled(input, layout);
        int[] labels = cluster(colours, height, width);
        return connected(labels, height, width);
    }

    private int[] cluster(float[][] colours, int height, int width) {
        double step = Math.sqrt((double) height * width / segments);
        int rows = Math.max(1, (int) Math.round(height / step));
        int columns = Math.max(1, (int) Math.round(width / step));
        int channels = colours.length;
        double[][] centres = new double[rows * columns][channels + 2];
        for (int i = 0; i < centres.length; i++) {
            centres[i][channels] = (i / columns + 0.5) * height / rows;
            centres[i][channels + 1] = (i % columns + 0.5) * width / columns;
            int place = (int) centres[i][channels] * width + (int) centres[i][channels + 1];
            for (int channel = 0; channel < channels; channel++) {
                centres[i][channel] = colours[channel][place];
            }
        }
        int[] labels = new int[height * width];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            assign(colours, centres, labels, step, height, width);
            move(colours, centres, labels, width);
        }
        return labels;
    }

    private void assign(float[][] colours, double[][] centres, int[] labels, double step, int height, int width) {
        int channels = colours.length;
        double[] nearest = new double[labels.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double placeWeight = compactness * compactness / (step * step);
        for (int centre = 0; centre < centres.length; centre++) {
            double[] at = centres[centre];
            int reach = (int) Math.ceil(2 * step);
            for (int row = Math.max(0, (int) at[channels] - reach);
                    row < Math.min(height, (int) at[channels] + reach + 1);
                    row++) {
                for (int column = Math.max(0, (int) at[channels + 1] - reach);
                        column < Math.min(width, (int) at[channels + 1] + reach + 1);
                        column++) {
                    int place = row * width + column;
                    double y = row - at[channels];
                    double x = column - at[channels + 1];
                    double distance = placeWeight * (y * y + x * x);
                    for (int channel = 0; channel < channels; channel++) {
                        double difference = colours[channel][place] - at[channel];
                        distance += difference * difference;
                    }
                    if (distance < nearest[place]) {
                        nearest[place] = distance;
                        labels[place] = centre;
                    }
                }
            }
        }
    }

    private static void move(float[][] colours, double[][] centres, int[] labels, int width) {
        int channels = colours.length;
        int[] sizes = new int[centres.length];
        double[][] sums = new double[centres.length][channels + 2];
        for (int place = 0; place < labels.length; place++) {
            double[] sum = sums[labels[place]];
            sizes[labels[place]]++;
            for (int channel = 0; channel < channels; channel++) {
                sum[channel] += colours[channel][place];
            }
            sum[channels] += place / width;
            sum[channels + 1] += place % width;
        }
        for (int i = 0; i < centres.length; i++) {
            for (int j = 0; sizes[i] > 0 && j < channels + 2; j++) {
                centres[i][j] = sums[i][j] / sizes[i];
            }
        }
    }

    /** Renumbers connected parts; pieces smaller than a quarter of a part join the part before them. */
    private Superpixels connected(int[] labels, int height, int width) {
        int smallest = height * width / segments / 4;
        int[] joined = new int[labels.length];
        Arrays.fill(joined, -1);
        int count = 0;
        for (int start = 0; start < labels.length; start++) {
            if (joined[start] >= 0) {
                continue;
            }
            int[] piece = piece(labels, joined, start, count, height, width);
            int before = neighbour(joined, start, width);
            if (piece.length < smallest && before >= 0) {
                for (int place : piece) {
                    joined[place] = before;
                }
            } else {
                count++;
            }
        }
        return new Superpixels(height, width, joined, count);
    }

    private static int neighbour(int[] joined, int place, int width) {
        if (place % width > 0) {
            return joined[place - 1];
        }
        return place >= width ? joined[place - width] : -1;
    }

    private static int[] piece(int[] labels, int[] joined, int start, int number, int height, int width) {
        Deque<Integer> edge = new ArrayDeque<>();
        int[] places = new int[16];
        int size = 0;
        joined[start] = number;
        edge.add(start);
        while (!edge.isEmpty()) {
            int place = edge.poll();
            places = size == places.length ? Arrays.copyOf(places, 2 * size) : places;
            places[size++] = place;
            int row = place / width;
            int column = place % width;
            int[] around = {
                row > 0 ? place - width : -1,
                row < height - 1 ? place + width : -1,
                column > 0 ? place - 1 : -1,
                column < width - 1 ? place + 1 : -1
            };
            for (int next : around) {
                if (next >= 0 && joined[next] < 0 && labels[next] == labels[start]) {
                    joined[next] = number;
                    edge.add(next);
                }
            }
        }
        return Arrays.copyOf(places, size);
    }
}
