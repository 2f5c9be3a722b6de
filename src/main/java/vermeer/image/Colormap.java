package vermeer.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/**
 * From a share of a scale, 0 to 1, to a colour. Lightness rises evenly from end to end, or, for the diverging map, falls
 * evenly from the middle to both ends, so that equal steps look equal, also to the colour-blind and on a grey printer.
 */
public enum Colormap {
    VIRIDIS("Viridis", false),
    INFERNO("Inferno", false),
    MAGMA("Magma", false),
    CIVIDIS("Cividis", false),
    GREYS("Greys", false),
    /** Blue below zero, white at zero, red above. */
    BLUE_RED("Blue-white-red", true);

    /** The number of colours. */
    static final int STEPS = 256;

    private final String title;
    private final boolean diverging;
    private final int[] colours;

    Colormap(String title, boolean diverging) {
        this.title = title;
        this.diverging = diverging;
        this.colours = Tables.read(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The map that suits a scale when the user has not chosen one. */
    public static Colormap suiting(Scale scale) {
        return scale.diverging() ? BLUE_RED : INFERNO;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** Whether its middle means zero. */
    public boolean diverging() {
        return diverging;
    }

    /**
     * The colour of a share, opaque, as {@code 0xFFRRGGBB}.
     *
     * @param share 0 to 1; what lies beyond has the end's colour
     */
    public int colour(double share) {
        return step((int) Math.round((STEPS - 1) * share));
    }

    /** The colour of a step, 0 to 255; what lies beyond has the end's colour. */
    int step(int step) {
        return colours[Math.max(0, Math.min(STEPS - 1, step))];
    }

    /** The tables, read once while the enum is made; an enum's constructor cannot see its own statics. */
    private static final class Tables {
        private static final Properties TABLES = load();

        private static Properties load() {
            Properties tables = new Properties();
            try (InputStream in = Colormap.class.getResourceAsStream("colormaps.properties")) {
                tables.load(in);
                return tables;
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }

        static int[] read(String name) {
            String table = TABLES.getProperty(name);
            int[] colours = new int[STEPS];
            for (int i = 0; i < STEPS; i++) {
                int grey = i << 16 | i << 8 | i;
                int colour = table == null ? grey : Integer.parseInt(table, 6 * i, 6 * i + 6, 16);
                colours[i] = 0xff000000 | colour;
            }
            return colours;
        }
    }
}
