package vermeer.image;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a picture of any size becomes one of the network's size. */
public sealed interface Resize permits Resize.ShorterSide, Resize.CentralCrop, Resize.Stretch, Resize.Letterbox {

    /** Where the picture goes in an input of {@code width} x {@code height}. */
    Placement place(int pictureWidth, int pictureHeight, int width, int height);

    /** The level of what the picture does not cover, 0 to 255. */
    default int padding() {
        return 0;
    }

    /** The rule in words, as profile files have it. */
    String text(int width, int height);

    /**
     * Scales so that the shorter side has {@code side} pixels, then crops the centre. Where the crop is larger than the
     * picture, the rest is black. The crop's offset is rounded to the even neighbour, as in torchvision.
     *
     * @param side pixels of the shorter side, 1 to 8192
     * @param roundDown whether the longer side is rounded down, as torchvision's {@code Resize(side)} does, and not to the
     *     nearest pixel
     */
    record ShorterSide(int side, boolean roundDown) implements Resize {
        public ShorterSide {
            if (side < 1 || side > 8192) {
                throw new IllegalArgumentException("the shorter side must have 1 to 8192 pixels, not " + side);
            }
        }

        /** The longer side rounded to the nearest pixel. */
        public ShorterSide(int side) {
            this(side, false);
        }

        @Override
        public Placement place(int pictureWidth, int pictureHeight, int width, int height) {
            int shorter = Math.min(pictureWidth, pictureHeight);
            int scaledWidth = scaled(pictureWidth, shorter);
            int scaledHeight = scaled(pictureHeight, shorter);
            return new Placement(
                    0,
                    0,
                    pictureWidth,
                    pictureHeight,
                    scaledWidth,
                    scaledHeight,
                    offset(scaledWidth, width),
                    offset(scaledHeight, height));
        }

        private int scaled(int length, int shorter) {
            double exact = (double) side * length / shorter;
            return (int) (roundDown ? Math.floor(exact) : Math.rint(exact));
        }

        private static int offset(int scaled, int crop) {
            return scaled < crop ? -((crop - scaled) / 2) : (int) Math.rint((scaled - crop) / 2.0);
        }

        @Override
        public String text(int width, int height) {
            String rounding = roundDown ? ", longer side rounded down" : "";
            return "shorter side to " + side + rounding + ", centre crop " + size(width, height);
        }
    }

    /**
     * Cuts the central square whose side is {@code percent} of the shorter side (of an input that is not square: the
     * largest rectangle of its shape, that much smaller), then scales it. Rounds as EfficientNet's preprocessing.
     */
    record CentralCrop(double percent) implements Resize {
        public CentralCrop {
            if (!(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException("the central crop must be above 0 and up to 100 %, not " + percent);
            }
        }

        @Override
        public Placement place(int pictureWidth, int pictureHeight, int width, int height) {
            double scale = Math.min((double) pictureWidth / width, (double) pictureHeight / height) * percent / 100;
            int cropWidth = Math.max(1, (int) (scale * width));
            int cropHeight = Math.max(1, (int) (scale * height));
            return new Placement(
                    (pictureWidth - cropWidth + 1) / 2,
                    (pictureHeight - cropHeight + 1) / 2,
                    cropWidth,
                    cropHeight,
                    width,
                    height,
                    0,
                    0);
        }

        @Override
        public String text(int width, int height) {
            String number = percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
            return "central " + number + " % crop to " + size(width, height);
        }
    }

    /** Scales both sides on their own, so that proportions change and nothing is cut. */
    record Stretch() implements Resize {
        @Override
        public Placement place(int pictureWidth, int pictureHeight, int width, int height) {
            return new Placement(0, 0, pictureWidth, pictureHeight, width, height, 0, 0);
        }

        @Override
        public String text(int width, int height) {
            return "stretch to " + size(width, height);
        }
    }

    /** Scales so that the whole picture fits, centred on a ground of level {@code padding} (0 to 255). */
    record Letterbox(int padding) implements Resize {
        public Letterbox {
            if (padding < 0 || padding > 255) {
                throw new IllegalArgumentException("the padding must be a level from 0 to 255, not " + padding);
            }
        }

        @Override
        public Placement place(int pictureWidth, int pictureHeight, int width, int height) {
            double scale = Math.min((double) width / pictureWidth, (double) height / pictureHeight);
            int scaledWidth = Math.max(1, Math.min(width, (int) Math.rint(pictureWidth * scale)));
            int scaledHeight = Math.max(1, Math.min(height, (int) Math.rint(pictureHeight * scale)));
            return new Placement(
                    0,
                    0,
                    pictureWidth,
                    pictureHeight,
                    scaledWidth,
                    scaledHeight,
                    -((width - scaledWidth) / 2),
                    -((height - scaledHeight) / 2));
        }

        @Override
        public String text(int width, int height) {
            return "fit inside " + size(width, height) + ", pad with " + padding;
        }
    }

    private static String size(int width, int height) {
        return width == height ? Integer.toString(width) : width + " x " + height;
    }

    /**
     * Reads a rule in words: {@code shorter side to 256, centre crop 224}, {@code central 87.5 % crop to 224},
     * {@code stretch to 224}, {@code fit inside 224, pad with 114}.
     *
     * @param width the input's width, which a size named in the text must agree with
     * @throws IllegalArgumentException where the rule is none of these; the message is a clause
     */
    static Resize parse(String text, int width, int height) {
        String rule = text.toLowerCase(Locale.ROOT).replace("center", "centre").trim();
        for (Rule known : Rule.values()) {
            Matcher matcher = known.pattern.matcher(rule);
            if (matcher.matches()) {
                checkSize(matcher.group("size"), matcher.group("second"), width, height);
                return known.of(matcher);
            }
        }
        throw new IllegalArgumentException("the resize rule \"" + text + "\" is unknown; known are \""
                + new ShorterSide(256).text(width, height) + "\", \"" + new CentralCrop(87.5).text(width, height)
                + "\", \"" + new Stretch().text(width, height) + "\" and \""
                + new Letterbox(0).text(width, height) + "\"");
    }

    private static void checkSize(String first, String second, int width, int height) {
        boolean agrees = first == null
                || Integer.parseInt(first) == width && Integer.parseInt(second == null ? first : second) == height;
        if (!agrees) {
            throw new IllegalArgumentException("the resize rule ends at " + first
                    + (second == null ? "" : " x " + second) + " pixels, but the input has " + width + " x " + height);
        }
    }

    /** The rules as words. */
    enum Rule {
        SHORTER_SIDE(
                "shorter side(?: to)? (?<value>\\d{1,5})(?<down>,? longer side rounded down)?(?:,? (?:then )?centre"
                        + " crop"
                        + Rule.SIZE + ")?") {
            @Override
            Resize of(Matcher matcher) {
                return new ShorterSide(Integer.parseInt(matcher.group("value")), matcher.group("down") != null);
            }
        },
        CENTRAL_CROP("central (?<value>\\d{1,3}(?:\\.\\d{1,6})?) ?% crop(?: to" + Rule.SIZE + ")?") {
            @Override
            Resize of(Matcher matcher) {
                return new CentralCrop(Double.parseDouble(matcher.group("value")));
            }
        },
        STRETCH("(?:stretch|squash)(?: to" + Rule.SIZE + ")?") {
            @Override
            Resize of(Matcher matcher) {
                return new Stretch();
            }
        },
        LETTERBOX("(?:fit inside|letterbox(?: to)?)(?:" + Rule.SIZE + ")?(?:,? pad(?: with)? (?<value>\\d{1,3}))?") {
            @Override
            Resize of(Matcher matcher) {
                String padding = matcher.group("value");
                return new Letterbox(padding == null ? 0 : Integer.parseInt(padding));
            }
        };

        private static final String SIZE = "(?: (?:to )?(?<size>\\d{1,5})(?: ?[x×] ?(?<second>\\d{1,5}))?)";

        private final Pattern pattern;

        Rule(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        abstract Resize of(Matcher matcher);
    }
}
