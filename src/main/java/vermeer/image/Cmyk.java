package vermeer.image;

/** Inks to light as Pillow does it: without a colour profile, each ink times what black leaves. */
final class Cmyk {
    private Cmyk() {}

    /** One pixel; 0 is no ink. Only the low 8 bits of the inks count. */
    static void convert(int cyan, int magenta, int yellow, int black, byte[] rgb, int to) {
        int light = 255 - (black & 0xff);
        rgb[to] = without(light, cyan & 0xff);
        rgb[to + 1] = without(light, magenta & 0xff);
        rgb[to + 2] = without(light, yellow & 0xff);
    }

    private static byte without(int light, int ink) {
        int product = light * ink + 128;
        return (byte) Math.max(0, light - ((product >> 8) + product >> 8));
    }
}
