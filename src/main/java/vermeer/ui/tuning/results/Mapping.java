package vermeer.ui.tuning.results;

import java.util.List;
import java.util.Map;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.Colormap;
import vermeer.image.ColourBar;
import vermeer.image.Decoder;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.Scale;
import vermeer.job.Progress;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.NetworkInput;
import vermeer.ui.method.UsualMethod;

/**
 * Makes the two maps of a picture: Grad-CAM where the network allows it, else the first method that can.
 *
 * @param merged names in the answers of classes that are taken together, by their own names; such a class is explained by the
 *     first of those
 */
record Mapping(Decoder decoder, List<AttributionMethod> methods, Map<String, String> merged) {

    Maps map(Network network, ListedPicture shown, Progress progress) throws Exception {
        Picture picture = decoder.decode(shown.picture().file(), progress.part(0, 0));
        NetworkInput input = network.input(picture);
        AttributionMethod method = UsualMethod.of(network.model(), methods);
        Heatmap answered = heatmap(network, input, method, shown.answer(), progress.part(0, 0.5));
        Heatmap labelled =
                shown.right() ? answered : heatmap(network, input, method, shown.label(), progress.part(0.5, 1));
        Scale first = Scale.of(answered);
        Scale second = Scale.of(labelled);
        Scale both = Scale.fixed(Math.min(first.low(), second.low()), Math.max(first.high(), second.high()));
        Overlay overlay = new Overlay(Colormap.suiting(both), both, 0.5, true);
        return new Maps(
                shown,
                picture,
                overlay.draw(picture, answered),
                overlay.draw(picture, labelled),
                ColourBar.of(overlay, answered),
                UsualMethod.text(method));
    }

    private Heatmap heatmap(
            Network network, NetworkInput input, AttributionMethod method, String className, Progress progress)
            throws Exception {
        List<String> names = network.model().classNames();
        String explained = names.stream()
                .filter(name -> name.equals(className) || className.equals(merged.get(name)))
                .findFirst()
                .orElseThrow();
        int index = names.indexOf(explained);
        Subject subject =
                new Subject(input.tensor(), input.region(), network.model().target(index));
        return method.explain(network.model(), subject, Sketch.none(), progress).map();
    }
}
