package vermeer.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import vermeer.tensor.Tensor;

/** Values of scikit-learn and cleanlab; {@code scikit-learn.py} beside the file made them. */
record Reference(JsonNode json) {

    static Reference read() {
        try (InputStream in = Reference.class.getResourceAsStream("scikit-learn.json")) {
            return new Reference(new ObjectMapper().readTree(in));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The logits of the reference under the labels of the reference. */
    Predictions predictions() {
        return predictions(labels());
    }

    Predictions predictions(int[] labels) {
        List<String> names =
                IntStream.range(0, labels.length).mapToObj(i -> "p" + i).toList();
        return new Predictions(List.of("a", "b", "c"), names, labels, rows("logits"));
    }

    int[] labels() {
        return integers(json.get("labels"));
    }

    Tensor features() {
        double[][] rows = rows("features");
        Tensor features = Tensor.zeros(rows.length, rows[0].length);
        for (int i = 0; i < features.data().length; i++) {
            features.data()[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return features;
    }

    double number(String name) {
        return json.get(name).doubleValue();
    }

    double[] numbers(String name) {
        return numbers(json.get(name));
    }

    double[][] rows(String name) {
        return IntStream.range(0, json.get(name).size())
                .mapToObj(row -> numbers(json.get(name).get(row)))
                .toArray(double[][]::new);
    }

    static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).doubleValue())
                .toArray();
    }

    static int[] integers(JsonNode array) {
        return IntStream.range(0, array.size())
                .map(i -> array.get(i).intValue())
                .toArray();
    }
}
