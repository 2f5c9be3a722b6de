package vermeer.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.Layer;

/**
 * The layers that a class activation map is made of. Of one layer it is that layer's map. Of several it is their mean: each map is
 * divided by its largest absolute value and enlarged bilinearly to the rows and columns of the finest, so that every layer counts the
 * same and fine layers sharpen what coarse ones mark.
 */
record CamLayers(List<CamLayer> layers) {

    /** The setting that leaves the choice to the model: its last feature map. */
    static final String AUTOMATIC = "automatic";

    /** The setting that combines the last layer of each size, of the {@value #MOST_STAGES} last sizes. */
    static final String STAGES = "stages";

    static final String HELP =
            "The layer whose feature maps are used: 'automatic' for the last one, or a value's name in the graph."
                    + " Several layers are combined: 'stages' for the last one of each size, or names with commas"
                    + " between.";

    private static final int MOST_STAGES = 4;
    private static final int NAMES_IN_MESSAGES = 8;

    CamLayers {
        layers = List.copyOf(layers);
    }

    /** Makes the map of one layer. */
    @FunctionalInterface
    interface Making {
        /** @return one value a place, row-major */
        double[] cells(CamLayer layer) throws EngineException, CancelledException;
    }

    /** The part of the progress that belongs to a layer, where its cost is one run a channel. */
    Progress share(CamLayer layer, Progress progress) {
        double all = layers.stream().mapToInt(CamLayer::channels).sum();
        double before = layers.stream()
                .takeWhile(other -> !other.equals(layer))
                .mapToInt(CamLayer::channels)
                .sum();
        return progress.part(before / all, (before + layer.channels()) / all);
    }

    /** The layers of these names, or the model's own choice. */
    static CamLayers choose(Activations model, String names) throws EngineException {
        Optional<String> reason = unavailable(model, names);
        if (reason.isPresent()) {
            throw new EngineException(reason.get());
        }
        return new CamLayers(found(model, names).stream()
                .map(layer -> CamLayer.of(model, layer))
                .toList());
    }

    /** Why there is no class activation map of these layers, in one sentence; empty where there is one. */
    static Optional<String> unavailable(Activations model, String names) {
        List<Layer> found = found(model, names);
        if (found.isEmpty()) {
            return Optional.of(
                    names.equals(AUTOMATIC) || names.equals(STAGES)
                            ? "This model has no layer with rows and columns or with a grid of tokens, which class "
                                    + "activation maps need."
                            : "This model has no feature map '" + unknown(model, names) + "'; it has "
                                    + someNames(model) + ".");
        }
        return found.stream()
                .map(layer -> CamLayer.of(model, layer).unavailable())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The names of the layers' values. */
    List<String> values() {
        return layers.stream().map(CamLayer::value).toList();
    }

    /** The map that a method makes of these layers. */
    Attribution attribution(Making making, Subject subject, boolean relu, String method)
            throws EngineException, CancelledException {
        List<Heatmap> maps = new ArrayList<>();
        for (CamLayer layer : layers) {
            double[] cells = making.cells(layer);
            float[] values = new float[cells.length];
            for (int cell = 0; cell < cells.length; cell++) {
                values[cell] = (float) (relu ? Math.max(0, cells[cell]) : cells[cell]);
            }
            maps.add(new Heatmap(
                    layer.rows(), layer.columns(), values, subject.region(), method + " of layer " + layer.value()));
        }
        String names = String.join(", ", values());
        Heatmap map = maps.size() == 1 ? maps.get(0) : mean(maps, subject, method + " of layers " + names);
        return new Attribution(map, Optional.empty(), Map.of(), Map.of("layer", names));
    }

    private static Heatmap mean(List<Heatmap> maps, Subject subject, String meaning) {
        int rows = maps.stream().mapToInt(Heatmap::height).max().orElseThrow();
        int columns = maps.stream().mapToInt(Heatmap::width).max().orElseThrow();
        float[] mean = new float[rows * columns];
        for (Heatmap map : maps) {
            float largest = Math.max(Math.abs(map.min()), Math.abs(map.max()));
            float[] enlarged = new BilinearGrid(map.height(), map.width(), rows, columns).enlarge(map.values());
            for (int i = 0; i < mean.length && largest > 0; i++) {
                mean[i] += enlarged[i] / largest / maps.size();
            }
        }
        return new Heatmap(
                rows, columns, mean, subject.region(), meaning + ", mean of the shares of each layer's largest value");
    }

    /** Empty where one of the names is none of the model's layers. */
    private static List<Layer> found(Activations model, String names) {
        if (names.equals(AUTOMATIC)) {
            return model.lastFeatureMap().stream().toList();
        }
        Map<String, Layer> known =
                model.layers().stream().collect(Collectors.toMap(Layer::value, Function.identity(), (a, b) -> b));
        if (names.equals(STAGES) && !known.containsKey(STAGES)) {
            return stages(model);
        }
        List<String> asked = split(known, names);
        return known.keySet().containsAll(asked)
                ? asked.stream().distinct().map(known::get).toList()
                : List.of();
    }

    private static List<Layer> stages(Activations model) {
        Map<String, Layer> lastOfSize = new LinkedHashMap<>();
        for (Layer layer : model.layers()) {
            CamLayer cam = CamLayer.of(model, layer);
            if (cam.unavailable().isEmpty()) {
                String size = cam.rows() + " x " + cam.columns();
                lastOfSize.remove(size);
                lastOfSize.put(size, layer);
            }
            if (model.lastFeatureMap()
                    .filter(last -> last.value().equals(layer.value()))
                    .isPresent()) {
                break;
            }
        }
        return lastOfSize.values().stream()
                .skip(Math.max(0, lastOfSize.size() - MOST_STAGES))
                .toList();
    }

    private static List<String> split(Map<String, Layer> known, String names) {
        return known.containsKey(names) ? List.of(names) : List.of(names.strip().split("\\s*,\\s*"));
    }

    private static String unknown(Activations model, String names) {
        List<String> known = model.layers().stream().map(Layer::value).toList();
        return List.of(names.strip().split("\\s*,\\s*")).stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .orElse(names);
    }

    private static String someNames(Activations model) {
        int count = model.layers().size();
        String names = model.layers().stream()
                .skip(Math.max(0, count - NAMES_IN_MESSAGES))
                .map(Layer::value)
                .collect(Collectors.joining(", "));
        return count <= NAMES_IN_MESSAGES ? names : "(last " + NAMES_IN_MESSAGES + " of " + count + ") " + names;
    }
}
