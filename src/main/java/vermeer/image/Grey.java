package vermeer.image;

/** Brightness of colours: ITU-R 601 luma in 16-bit fixed point, rounded, as Pillow's {@code convert("L")}. */
final class Grey {
    private Grey() {}

    /** One level a pixel. */
    static byte[] levels(Picture picture) {
        byte[] rgb = picture.levels();
        byte[] grey = new byte[rgb.length / 3];
        for (int i = 0, at = 0; i < grey.length; i++, at += 3) {
            int sum = (rgb[at] & 0xff) * 19595 + (rgb[at + 1] & 0xff) * 38470 + (rgb[at + 2] & 0xff) * 7471;
            grey[i] = (byte) (sum + 0x8000 >> 16);
        }
        return grey;
    }
}
