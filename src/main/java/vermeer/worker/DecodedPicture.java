package vermeer.worker;

import java.util.List;

/**
 * A picture that a decode worker has read.
 *
 * @param file its levels: red, green, blue of each pixel, row by row
 */
record DecodedPicture(int width, int height, String file, List<String> notices) {}
