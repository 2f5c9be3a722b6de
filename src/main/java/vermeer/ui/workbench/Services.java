package vermeer.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import vermeer.attribution.AttributionMethod;
import vermeer.cache.DiskCache;
import vermeer.image.Decoder;
import vermeer.model.Zoo;
import vermeer.ui.opening.ModelOpener;
import vermeer.ui.preference.UserFolders;

/**
 * What the window works with; made once, at the start.
 *
 * @param decoder reads pictures
 * @param models opens models
 * @param methods one of each, in the order of the palette
 * @param folders where preferences and logs lie
 * @param samples what ships with Vermeer
 * @param zoo lists networks to fetch; made when it is asked for
 * @param cache holds what can be computed again
 */
public record Services(
        Decoder decoder,
        ModelOpener models,
        List<AttributionMethod> methods,
        UserFolders folders,
        Samples samples,
        Supplier<Zoo> zoo,
        DiskCache cache) {

    /**
     * What ships with Vermeer.
     *
     * @param models the model that opens at the start first
     * @param pictures the photo that opens at the start first
     */
    public record Samples(List<Path> models, List<Path> pictures) {
        public Samples {
            models = List.copyOf(models);
            pictures = List.copyOf(pictures);
        }

        public static Samples none() {
            return new Samples(List.of(), List.of());
        }
    }

    public Services {
        methods = List.copyOf(methods);
    }
}
