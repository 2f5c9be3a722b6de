package vermeer.model;

import java.nio.file.Path;
import java.util.List;

/**
 * A model that was converted to ONNX and agrees with its source.
 *
 * @param onnx the ONNX file, in the cache
 * @param parity how well it agrees
 * @param notices what the user should know, a sentence each
 */
public record ConvertedModel(Path onnx, ParityReport parity, List<String> notices) {
    public ConvertedModel {
        notices = List.copyOf(notices);
    }
}
