package vermeer.model;

import java.util.Optional;

/**
 * Where the tokens of a vision transformer lie in the picture: row by row on a grid with the input's proportions, after
 * at most two tokens that stand for the whole picture (class token, distillation token).
 *
 * @param skipped tokens in front of the grid
 */
public record TokenGrid(int skipped, int rows, int columns) {
    private static final int MOST_SKIPPED = 2;

    /** The grid of a number of tokens for an input of this size; empty where they fit none. */
    public static Optional<TokenGrid> of(int tokens, int height, int width) {
        for (int skipped = 0; skipped <= MOST_SKIPPED && skipped < tokens; skipped++) {
            int cells = tokens - skipped;
            int rows = (int) Math.round(Math.sqrt((double) cells * height / width));
            if (rows > 0 && cells % rows == 0 && (long) rows * width == (long) (cells / rows) * height) {
                return Optional.of(new TokenGrid(skipped, rows, cells / rows));
            }
        }
        return Optional.empty();
    }
}
