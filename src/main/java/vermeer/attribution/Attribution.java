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
 */
public record Attribution(Heatmap map, Optional<Tensor> channels, Map<String, Double> facts) {
    public Attribution {
        facts = Map.copyOf(facts);
    }
}
