package vermeer.dream;

import java.util.SplittableRandom;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;

/** An objective for pictures of any size: the mean over tiles, which are laid at random so that no seam stays. */
record TiledObjective(Objective objective, DreamSizes.Octave octave) implements AutoCloseable {

    static TiledObjective of(OpenModel model, Feature feature, DreamSizes.Octave octave) throws EngineException {
        return new TiledObjective(Objective.of(model, feature, octave.tileHeight(), octave.tileWidth()), octave);
    }

    /** The mean objective of the tiles, and the gradient, for a picture moved at random and read round its edges. */
    Objective.Answer of(Planes picture, SplittableRandom random, Progress progress)
            throws EngineException, CancelledException {
        int down = random.nextInt(octave.tileHeight());
        int along = random.nextInt(octave.tileWidth());
        float[] gradient = new float[picture.values().length];
        double sum = 0;
        int tiles = 0;
        for (int top = 0; top < picture.height(); top += octave.tileHeight()) {
            for (int left = 0; left < picture.width(); left += octave.tileWidth()) {
                int row = Math.min(top, picture.height() - octave.tileHeight()) + down;
                int column = Math.min(left, picture.width() - octave.tileWidth()) + along;
                Planes tile = Planes.black(picture.channels(), octave.tileHeight(), octave.tileWidth());
                copy(picture, picture.values(), row, column, tile, true);
                Objective.Answer answer = objective.of(tile, progress);
                copy(picture, gradient, row, column, tile.with(answer.gradient()), false);
                sum += answer.value();
                tiles++;
            }
        }
        return new Objective.Answer(sum / tiles, gradient);
    }

    /** Copies a window, which goes on at the opposite edge, out of planes or back into them. */
    private static void copy(Planes extents, float[] planes, int top, int left, Planes tile, boolean out) {
        for (int channel = 0; channel < tile.channels(); channel++) {
            for (int row = 0; row < tile.height(); row++) {
                int line = channel * extents.size() + (top + row) % extents.height() * extents.width();
                for (int column = 0; column < tile.width(); column++) {
                    int at = line + (left + column) % extents.width();
                    int inTile = (channel * tile.height() + row) * tile.width() + column;
                    if (out) {
                        tile.values()[inTile] = planes[at];
                    } else {
                        planes[at] = tile.values()[inTile];
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        objective.close();
    }
}
