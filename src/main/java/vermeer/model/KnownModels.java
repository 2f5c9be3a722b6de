package vermeer.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Networks whose files are known by their SHA-256, with the preprocessing that they were trained with. */
final class KnownModels {
    private KnownModels() {}

    /**
     * A known file.
     *
     * @param name the network's name
     * @param bytes the file's size, which spares digesting files that cannot be it
     * @param profile the network's profile as JSON; what is not known is left out
     */
    record KnownModel(String name, String sha256, long bytes, String profile) {}

    /** The known model that this file is. */
    static Optional<KnownModel> find(SourceFile file, long bytes) {
        List<KnownModel> sameSize =
                all().stream().filter(known -> known.bytes() == bytes).toList();
        return sameSize.stream()
                .filter(known -> known.sha256().equals(file.sha256()))
                .findFirst();
    }

    /** All known models: the ONNX Model Zoo's classifiers and the samples. */
    static List<KnownModel> all() {
        List<KnownModel> known = new ArrayList<>();
        for (String table : List.of("known_models.csv", "onnx_model_zoo.csv")) {
            for (Map<String, String> row : Tables.rows(Resources.text(table))) {
                known.add(new KnownModel(
                        row.get("name"), row.get("sha256"), Long.parseLong(row.get("bytes")), profile(row)));
            }
        }
        return known;
    }

    private static String profile(Map<String, String> row) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        for (String field : List.of("layout", "channels", "resize", "interpolation", "output")) {
            if (row.containsKey(field)) {
                json.put(field, row.get(field));
            }
        }
        json.put("height", 224).put("width", 224);
        for (String field : List.of("mean", "std")) {
            ArrayNode values = json.putArray(field);
            for (String value : row.get(field).split(" ", -1)) {
                values.add(Double.parseDouble(value));
            }
        }
        return json.toString();
    }
}
