package vermeer.worker;

/**
 * What a decode worker is asked.
 *
 * @param file the picture
 * @param target where to write its levels
 * @param fileBytes and the others as in {@link vermeer.image.Limits}; the deadline in seconds
 */
record DecodeTask(
        String file,
        String target,
        long fileBytes,
        long pixels,
        int reducedSide,
        int side,
        long deadline,
        int ratio,
        long ratioFreePixels) {}
