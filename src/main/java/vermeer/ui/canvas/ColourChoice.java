package vermeer.ui.canvas;

import java.util.Arrays;
import java.util.List;
import vermeer.image.Colormap;
import vermeer.image.Scale;
import vermeer.ui.preference.Preferences;

/** Which colour maps fit a scale, and which of them the user took last. */
public final class ColourChoice {
    private ColourChoice() {}

    /** For both signs only maps whose middle means zero; for one sign only those that rise evenly. */
    static List<Colormap> fitting(Scale scale) {
        return Arrays.stream(Colormap.values())
                .filter(map -> map.diverging() == scale.diverging())
                .toList();
    }

    /** The one used last for such a scale, or the one that suits it. */
    public static Colormap last(Scale scale, Preferences preferences) {
        String name = scale.diverging() ? preferences.signedColours() : preferences.colours();
        return fitting(scale).stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElse(Colormap.suiting(scale));
    }

    static Preferences remember(Preferences preferences, Colormap chosen, double opacity) {
        return preferences.withOverlay(
                opacity,
                chosen.diverging() ? preferences.colours() : chosen.name(),
                chosen.diverging() ? chosen.name() : preferences.signedColours());
    }
}
