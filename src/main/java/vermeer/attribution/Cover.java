package vermeer.attribution;

import java.util.List;
import vermeer.image.Layout;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/** Makes batches of copies of one picture, each with one window covered; one buffer serves every batch. */
final class Cover {
    private final int[] shape;
    private final Layout layout;
    private final Tensor input;
    private final Tensor fill;
    private final OcclusionGrid grid;
    private Tensor copies;
    private List<OcclusionGrid.Place> covered = List.of();

    Cover(Scores model, Tensor input, Tensor fill, OcclusionGrid grid) {
        shape = model.inputShape();
        layout = model.layout();
        this.input = input;
        this.fill = fill;
        this.grid = grid;
        copies = Tensor.zeros(0, 0);
    }

    /** Copies of the picture with these windows covered, in their order; valid until the next call. */
    Tensor over(List<OcclusionGrid.Place> places) {
        if (copies.batch() != places.size()) {
            copies = input.repeat(places.size());
        } else {
            copyWindows(input, covered);
        }
        copyWindows(fill, places);
        covered = places;
        return copies;
    }

    private void copyWindows(Tensor from, List<OcclusionGrid.Place> places) {
        for (int i = 0; i < places.size(); i++) {
            OcclusionGrid.Place place = places.get(i);
            for (int row = grid.top(place); row < grid.bottom(place); row++) {
                copyRow(from, i * input.data().length, row, grid.left(place), grid.right(place));
            }
        }
    }

    private void copyRow(Tensor from, int offset, int row, int left, int right) {
        int channels = layout.channels(shape);
        boolean planes = layout == Layout.NCHW;
        int runs = planes ? channels : 1;
        int length = (right - left) * (planes ? 1 : channels);
        for (int run = 0; run < runs; run++) {
            int start = layout.index(shape, run, row, left);
            System.arraycopy(from.data(), start, copies.data(), offset + start, length);
        }
    }
}
