package vermeer.ui.investigation;

import java.util.List;
import java.util.Optional;
import vermeer.attribution.PlantedNetwork;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.model.Activations;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/** A network with evidence that is known: red speaks for the first class, blue for the second. It sees the central square. */
public final class ToyNetwork implements Network {
    public static final List<String> CLASSES = List.of(
            "scarlet macaw", "blue jay", "hen-of-the-woods, hen of the woods, Polyporus frondosus, Grifola frondosa");
    /** The names of a network with "contrary" in its key: it takes red for what others call blue. */
    private static final List<String> CONTRARY = List.of(CLASSES.get(1), CLASSES.get(0), CLASSES.get(2));

    private final PlantedNetwork planted = new PlantedNetwork(Layout.NCHW, false);
    private final String key;
    private final boolean differentiable;
    private boolean closed;

    public ToyNetwork() {
        this("toy", true);
    }

    public ToyNetwork(String key, boolean differentiable) {
        this.key = key;
        this.differentiable = differentiable;
    }

    @Override
    public ImageModel model() {
        return new Model();
    }

    /** How often it was asked. */
    public int passes() {
        return planted.passes().get();
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.of(key).filter(name -> name.contains("fingerprint"));
    }

    @Override
    public NetworkInput input(Picture picture) {
        int side = Math.min(picture.width(), picture.height());
        int left = (picture.width() - side) / 2;
        int top = (picture.height() - side) / 2;
        int size = PlantedNetwork.SIDE;
        Tensor tensor = Tensor.zeros(1, 2, size, size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int rgb = picture.rgb(left + x * side / size, top + y * side / size);
                tensor.data()[y * size + x] = (rgb >> 16 & 0xff) / 255f;
                tensor.data()[(size + y) * size + x] = (rgb & 0xff) / 255f;
            }
        }
        return new NetworkInput(tensor, new Region(left, top, side, side));
    }

    @Override
    public Picture seen(NetworkInput input) {
        int size = PlantedNetwork.SIDE;
        byte[] rgb = new byte[3 * size * size];
        for (int i = 0; i < size * size; i++) {
            rgb[3 * i] = (byte) Math.round(255 * input.tensor().data()[i]);
            rgb[3 * i + 2] = (byte) Math.round(255 * input.tensor().data()[size * size + i]);
        }
        return Picture.of(size, size, rgb);
    }

    @Override
    public String inputSize() {
        return "64 × 64";
    }

    @Override
    public String provider() {
        return "CPU, 1 thread";
    }

    @Override
    public String whyNotBetterProvider() {
        return "This is a toy.";
    }

    private final class Model implements ImageModel {
        @Override
        public String name() {
            return "Toy network";
        }

        @Override
        public List<String> classNames() {
            return key.contains("contrary") ? CONTRARY : CLASSES;
        }

        @Override
        public Scores scores() {
            return key.contains("slow") ? new SlowScores(planted, 100) : planted;
        }

        @Override
        public Activations activations() {
            return planted;
        }

        @Override
        public Optional<Gradients> gradients() {
            return differentiable ? Optional.of(planted) : Optional.empty();
        }

        @Override
        public String noGradientReason() {
            return "The operator Toy has no gradient rule.";
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Model;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
