package vermeer.ui.tuning.comparison;

import java.util.List;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.ColourBar;
import vermeer.image.Decoder;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.job.Progress;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.NetworkInput;
import vermeer.ui.method.UsualMethod;

/** A picture, and why each of the two networks answers what it does. */
record SideMaps(int index, Picture picture, Drawn before, Drawn after) {

    /**
     * One network's map.
     *
     * @param explained the network's class
     * @param overlay laid over the picture: {@code 0xFFRRGGBB} row by row
     * @param method the method and its settings
     */
    record Drawn(String explained, int[] overlay, ColourBar bar, String method) {}

    /** Maps of both answers, each by the usual method of its network. */
    static SideMaps of(Pair pair, int index, Decoder decoder, List<AttributionMethod> methods, Progress progress)
            throws Exception {
        Picture picture = decoder.decode(pair.pictures().get(index).file(), progress.part(0, 0));
        return new SideMaps(
                index,
                picture,
                drawn(pair.before(), index, picture, methods, progress.part(0, 0.5)),
                drawn(pair.after(), index, picture, methods, progress.part(0.5, 1)));
    }

    private static Drawn drawn(
            Pair.Side side, int index, Picture picture, List<AttributionMethod> methods, Progress progress)
            throws Exception {
        Network network = side.network();
        int own = side.own()[side.predictions().predicted(index)];
        AttributionMethod method = UsualMethod.of(network.model(), methods);
        NetworkInput input = network.input(picture);
        Subject subject =
                new Subject(input.tensor(), input.region(), network.model().target(own));
        Heatmap map = method.explain(network.model(), subject, Sketch.none(), progress)
                .map();
        Overlay overlay = Overlay.suiting(map);
        return new Drawn(
                network.model().classNames().get(own),
                overlay.draw(picture, map),
                ColourBar.of(overlay, map),
                UsualMethod.text(method));
    }
}
