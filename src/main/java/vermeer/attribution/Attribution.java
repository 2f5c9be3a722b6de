package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import vermeer.image.Heatmap;
import vermeer.tensor.Tensor;

/**
 * A method's answer.
 *
 * @param map one raw signed value a place
 * @param channels the values before channels were reduced, in the input's shape without batch; for methods that have them
 * @param facts numbers that belong to the map, such as {@code completenessError}; by name, for people and files
 * @param details texts that belong to the map, such as the {@code layer} it was made of; by name, for people and files
 */
public record Attribution(
        Heatmap map, Optional<Tensor> channels, Map<String, Double> facts, Map<String, String> details) {
    public Attribution {
        facts = Map.copyOf(facts);
        details = Map.copyOf(details);
    }

    /** An answer without details. */
    public Attribution(Heatmap map, Optional<Tensor> channels, Map<String, Double> facts) {
        this(map, channels, facts, Map.of());
    }
}
