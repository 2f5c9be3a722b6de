package vermeer.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.shape.NodeCost;

/**
 * A network as boxes in rows, each below all that it reads, with the arrows between them.
 *
 * @param boxes in the order in which they are run
 * @param arrows between boxes, by their places in the list
 * @param rows how many rows there are
 */
public record Diagram(List<Box> boxes, List<Arrow> arrows, int rows) {

    /**
     * One block, or a node.
     *
     * @param row from the top, from 0
     * @param column from the middle: 0, or -0.5 and 0.5 where two stand side by side
     */
    public record Box(Block block, int row, double column) {}

    /** From one box to another. */
    public record Arrow(int from, int to) {}

    /**
     * Draws a network so that the blocks of these paths are open and all others are single boxes.
     *
     * @param open paths of blocks
     */
    public static Diagram of(Architecture architecture, Set<String> open) {
        List<Block> shown = new ArrayList<>();
        gather(architecture.root(), open, true, shown);
        Map<String, Integer> writer = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            int box = i;
            shown.get(i).eachNode(cost -> cost.node().outputs().forEach(value -> writer.put(value, box)));
        }
        Set<Arrow> arrows = new LinkedHashSet<>();
        for (int i = 0; i < shown.size(); i++) {
            int box = i;
            shown.get(i).eachNode(cost -> reads(cost, writer, box, arrows));
        }
        int[] row = rows(shown.size(), arrows);
        return new Diagram(
                placed(shown, row),
                arrows.stream()
                        .sorted(Comparator.comparingInt(Arrow::from).thenComparingInt(Arrow::to))
                        .toList(),
                java.util.Arrays.stream(row).max().orElse(-1) + 1);
    }

    /**
     * Which blocks to open first: one level after the other, as long as there are at most {@code most} boxes.
     *
     * @return paths
     */
    public static Set<String> firstOpen(Architecture architecture, int most) {
        Set<String> open = new LinkedHashSet<>();
        while (true) {
            List<Block> shown = new ArrayList<>();
            gather(architecture.root(), open, true, shown);
            List<Block> level = shown.stream().filter(block -> !block.isNode()).toList();
            int more = level.stream()
                    .mapToInt(block -> block.children().size() - 1)
                    .sum();
            if (level.isEmpty() || shown.size() + more > most) {
                return open;
            }
            level.forEach(block -> open.add(block.path()));
        }
    }

    private static void gather(Block block, Set<String> open, boolean root, List<Block> shown) {
        if (block.isNode() || (!root && !open.contains(block.path()))) {
            shown.add(block);
            return;
        }
        block.children().forEach(child -> gather(child, open, false, shown));
    }

    private static void reads(NodeCost cost, Map<String, Integer> writer, int box, Set<Arrow> arrows) {
        for (String value : cost.node().inputs()) {
            Integer from = writer.get(value);
            if (from != null && from != box) {
                arrows.add(new Arrow(from, box));
            }
        }
    }

    /** Each box below all that it reads; arrows back to an earlier box, which folders of shared names can have, do not count. */
    private static int[] rows(int boxes, Set<Arrow> arrows) {
        int[] row = new int[boxes];
        for (int box = 0; box < boxes; box++) {
            for (Arrow arrow : arrows) {
                if (arrow.to() == box && arrow.from() < box) {
                    row[box] = Math.max(row[box], row[arrow.from()] + 1);
                }
            }
        }
        return row;
    }

    private static List<Box> placed(List<Block> shown, int[] row) {
        Map<Integer, Integer> inRow = new HashMap<>();
        for (int each : row) {
            inRow.merge(each, 1, Integer::sum);
        }
        Map<Integer, Integer> next = new HashMap<>();
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            int place = next.merge(row[i], 1, Integer::sum) - 1;
            boxes.add(new Box(shown.get(i), row[i], place - (inRow.get(row[i]) - 1) / 2.0));
        }
        return boxes;
    }
}
