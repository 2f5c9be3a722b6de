package vermeer.ui.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the window remembers.
 *
 * @param theme light or dark
 * @param opacity of a map over its picture, 0 to 1
 * @param colours the name of the colour map for maps of one sign; empty for the default
 * @param signedColours the name of the colour map for maps of both signs; empty for the default
 * @param recentPictures paths, youngest first
 * @param recentModels paths, youngest first
 * @param width of the window, in logical pixels
 * @param height of the window
 */
public record Preferences(
        ThemeChoice theme,
        double opacity,
        String colours,
        String signedColours,
        List<String> recentPictures,
        List<String> recentModels,
        double width,
        double height) {
    static final int RECENT = 10;

    /** Replaces what a damaged or older file left out or made impossible by its default. */
    public Preferences {
        theme = theme == null ? ThemeChoice.LIGHT : theme;
        opacity = opacity >= 0 && opacity <= 1 ? opacity : 0.6;
        colours = colours == null ? "" : colours;
        signedColours = signedColours == null ? "" : signedColours;
        recentPictures = recentPictures == null ? List.of() : List.copyOf(recentPictures);
        recentModels = recentModels == null ? List.of() : List.copyOf(recentModels);
        width = width >= 400 && width <= 20_000 ? width : 1280;
        height = height >= 300 && height <= 20_000 ? height : 820;
    }

    /** The preferences of someone who starts Vermeer for the first time. */
    public static Preferences initial() {
        return new Preferences(ThemeChoice.LIGHT, 0.6, "", "", List.of(), List.of(), 1280, 820);
    }

    public Preferences withTheme(ThemeChoice choice) {
        return new Preferences(choice, opacity, colours, signedColours, recentPictures, recentModels, width, height);
    }

    public Preferences withOverlay(double newOpacity, String newColours, String newSignedColours) {
        return new Preferences(
                theme, newOpacity, newColours, newSignedColours, recentPictures, recentModels, width, height);
    }

    public Preferences withSize(double newWidth, double newHeight) {
        return new Preferences(
                theme, opacity, colours, signedColours, recentPictures, recentModels, newWidth, newHeight);
    }

    /** With this picture as the one opened last. */
    public Preferences withRecentPicture(String path) {
        return new Preferences(
                theme, opacity, colours, signedColours, first(path, recentPictures), recentModels, width, height);
    }

    /** With this model as the one opened last. */
    public Preferences withRecentModel(String path) {
        return new Preferences(
                theme, opacity, colours, signedColours, recentPictures, first(path, recentModels), width, height);
    }

    /** As every record's, but written out: what Java generates takes ten milliseconds at its first use, in the start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Preferences that
                && theme == that.theme
                && Double.compare(opacity, that.opacity) == 0
                && colours.equals(that.colours)
                && signedColours.equals(that.signedColours)
                && recentPictures.equals(that.recentPictures)
                && recentModels.equals(that.recentModels)
                && Double.compare(width, that.width) == 0
                && Double.compare(height, that.height) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(theme, opacity, colours, signedColours, recentPictures, recentModels, width, height);
    }

    private static List<String> first(String path, List<String> paths) {
        List<String> recent = new ArrayList<>(paths);
        recent.remove(path);
        recent.add(0, path);
        return recent.subList(0, Math.min(RECENT, recent.size()));
    }
}
