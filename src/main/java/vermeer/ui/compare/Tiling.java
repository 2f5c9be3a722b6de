package vermeer.ui.compare;

import javafx.geometry.Bounds;

/**
 * How the cells fill the room: the way round that leaves them larger, and scrolled where they would be too small.
 *
 * @param methodsAcross whether methods lie side by side, and not one below the other
 * @param side of a cell's picture
 */
record Tiling(boolean methodsAcross, double side) {
    /** What the heads at the left take. */
    static final double HEAD = 112;

    static final double GAP = 10;
    static final double SMALLEST = 128;
    /** What a cell has around its picture. */
    static final double FRAME = 14;

    static final double WORDS = 60;
    private static final double LARGEST = 640;
    private static final double COMFORTABLE = 190;
    private static final double EDGES = 40;
    private static final double TOP = 72;

    static Tiling of(Grid grid, Bounds room) {
        int methods = Math.max(1, grid.methods().size());
        int columns = Math.max(1, grid.columns().size());
        double down = fitting(columns, methods, room);
        double across = fitting(methods, columns, room);
        boolean turned = across > down;
        double fitting = Math.max(across, down);
        if (fitting >= COMFORTABLE) {
            return new Tiling(turned, Math.min(LARGEST, fitting));
        }
        // too many for one screen: two lines of them in sight, and scrolled downwards
        boolean narrow = methods < columns;
        double wide = width(Math.min(methods, columns), room);
        double two = (room.getHeight() - TOP) / 2 - WORDS - GAP;
        return new Tiling(narrow, Math.max(SMALLEST, Math.min(wide, Math.max(COMFORTABLE, two))));
    }

    private static double fitting(int across, int down, Bounds room) {
        double height = (room.getHeight() - TOP - down * GAP) / down - WORDS;
        return Math.min(width(across, room), height);
    }

    private static double width(int across, Bounds room) {
        return (room.getWidth() - HEAD - EDGES - across * GAP) / across - FRAME;
    }
}
