package vermeer.data;

import vermeer.image.InputProfile;
import vermeer.image.Resize;

/** How a photo of any shape becomes one of the network's shape. */
public enum Fit {
    CROP("Crop", "The edges are cut off: nothing is distorted, but what lies at the rim is not seen."),
    PAD("Pad", "The whole photo fits in, with black bars: nothing is lost, but everything is smaller."),
    SQUISH("Squish", "The whole photo, pulled to the network's shape: nothing is lost, but proportions change.");

    private final String text;
    private final String explanation;

    Fit(String text, String explanation) {
        this.text = text;
        this.explanation = explanation;
    }

    /** The name for people. */
    public String text() {
        return text;
    }

    /** What is gained and lost. */
    public String explanation() {
        return explanation;
    }

    /** The profile with this way of resizing; where it crops already, cropping leaves its own rule. */
    public InputProfile of(InputProfile profile) {
        return switch (this) {
            case CROP ->
                crops(profile.resize())
                        ? profile
                        : profile.withResize(new Resize.ShorterSide(Math.max(profile.width(), profile.height())));
            case PAD -> profile.withResize(new Resize.Letterbox(0));
            case SQUISH -> profile.withResize(new Resize.Stretch());
        };
    }

    /** The way that a profile has by itself. */
    public static Fit in(InputProfile profile) {
        if (crops(profile.resize())) {
            return CROP;
        }
        return profile.resize() instanceof Resize.Letterbox ? PAD : SQUISH;
    }

    private static boolean crops(Resize resize) {
        return resize instanceof Resize.ShorterSide || resize instanceof Resize.CentralCrop;
    }
}
