package vermeer.dream;

import java.util.ArrayList;
import java.util.List;
import vermeer.engine.EngineException;
import vermeer.image.InputProfile;
import vermeer.model.OpenModel;

/**
 * The sizes that a picture is drawn at, smallest first, and the tiles that the network reads it in.
 *
 * @param notices what a user should know of sizes that the network cannot take
 */
record DreamSizes(List<Octave> octaves, List<String> notices) {
    /** Smaller pictures hold nothing that a network could see. */
    private static final int SMALLEST = 32;

    /** One size, and the tiles that cover it. */
    record Octave(int height, int width, int tileHeight, int tileWidth) {}

    /**
     * The octaves of a picture. A network that takes pictures of its own size only reads larger ones in tiles of that size, and
     * smaller ones not at all.
     *
     * @throws EngineException where no octave is left
     */
    static DreamSizes of(OpenModel model, Feature feature, Planes picture, int count, double scale, int tile)
            throws EngineException {
        List<Octave> octaves = new ArrayList<>();
        InputProfile profile = model.profile();
        boolean tiled = false;
        int left = 0;
        for (int i = count - 1; i >= 0; i--) {
            double factor = Math.pow(scale, -i);
            int height = (int) Math.round(picture.height() * factor);
            int width = (int) Math.round(picture.width() * factor);
            int tileHeight = Math.min(height, tile);
            int tileWidth = Math.min(width, tile);
            boolean small = i > 0 && Math.min(height, width) < SMALLEST;
            if (!small && CutNetwork.takes(model, value(model, feature), tileHeight, tileWidth)) {
                octaves.add(new Octave(height, width, tileHeight, tileWidth));
            } else if (!small && height >= profile.height() && width >= profile.width()) {
                octaves.add(new Octave(height, width, profile.height(), profile.width()));
                tiled = true;
            } else {
                left++;
            }
        }
        if (octaves.isEmpty()) {
            throw new EngineException("This network reads pictures of " + profile.width() + " x " + profile.height()
                    + " pixels only, and this one is smaller; set the size to at least that.");
        }
        List<String> notices = new ArrayList<>();
        if (tiled) {
            notices.add("This network reads pictures of " + profile.width() + " x " + profile.height()
                    + " pixels only, so the picture was worked on in tiles of that size.");
        }
        if (left > 0) {
            notices.add(left + " of " + count + " octaves were left out: they would have less than " + SMALLEST
                    + " pixels, or less than this network can take.");
        }
        return new DreamSizes(List.copyOf(octaves), List.copyOf(notices));
    }

    private static String value(OpenModel model, Feature feature) {
        if (feature instanceof Feature.WholeLayer whole) {
            return whole.layer().value();
        }
        if (feature instanceof Feature.Channel channel) {
            return channel.layer().value();
        }
        return feature instanceof Feature.Neuron neuron ? neuron.layer().value() : model.logitsValue();
    }
}
