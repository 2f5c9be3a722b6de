package vermeer.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.GraphException;
import vermeer.graph.shape.GraphReport;
import vermeer.graph.shape.NodeCost;
import vermeer.model.OpenModel;

/**
 * What a network is made of, as blocks. Where nodes are named like files ({@code /features/3/conv/Conv}), as most exporters name
 * them, blocks are the folders; else nodes that follow each other with maps of the same size are a block.
 *
 * @param root the whole network
 * @param input the value that takes pictures
 * @param inputShape its shape, the batch first as -1
 */
public record Architecture(Block root, String input, long[] inputShape) {
    /** Ends the key of a node, which no name does. */
    private static final String NODE = "\0";

    /** The blocks of the graph that is run: prepared, up to the logits. */
    public static Architecture of(OpenModel model) {
        try {
            List<NodeCost> nodes = GraphReport.of(model.graph(), model.shapes()).nodes().stream()
                    .filter(cost -> !cost.node().outputs().isEmpty())
                    .toList();
            Map<NodeCost, List<String>> paths = new LinkedHashMap<>();
            nodes.forEach(cost -> paths.put(cost, names(cost)));
            boolean named =
                    paths.values().stream().filter(path -> path.size() > 1).count() * 2 > nodes.size();
            if (!named) {
                byStage(nodes, paths);
            }
            var input = model.graph().inputs().get(0);
            return new Architecture(block(model.name(), paths, 0, new HashMap<>()), input.name(), input.shape());
        } catch (GraphException unknown) {
            throw new IllegalStateException("an opened model has known shapes", unknown);
        }
    }

    /** Blocks that match a search, and all that they lie in. */
    public Set<Block> found(String text) {
        Set<Block> found = new LinkedHashSet<>();
        find(root, text, found);
        return found;
    }

    private static boolean find(Block block, String text, Set<Block> found) {
        boolean inside = false;
        for (Block child : block.children()) {
            inside |= find(child, text, found);
        }
        boolean here = inside || block.matches(text);
        if (here) {
            found.add(block);
        }
        return here;
    }

    /** The folders of a node's name and its own name. */
    private static List<String> names(NodeCost cost) {
        String name = cost.node().name().isEmpty()
                ? cost.node().output()
                : cost.node().name();
        List<String> parts =
                Arrays.stream(name.split("/")).filter(part -> !part.isBlank()).toList();
        return parts.isEmpty() ? List.of(cost.node().operator()) : parts;
    }

    /** Nodes whose maps have one size, one after the other, share a folder named after it. */
    private static void byStage(List<NodeCost> nodes, Map<NodeCost, List<String>> paths) {
        String stage = "";
        String size = "";
        Set<String> taken = new LinkedHashSet<>();
        for (NodeCost cost : nodes) {
            long[] shape = cost.shape();
            String own = shape.length == 4
                    ? Math.max(1, shape[2]) + " x " + Math.max(1, shape[3])
                    : shape.length == 3 ? "tokens" : "head";
            if (!own.equals(size)) {
                size = own;
                stage = own;
                for (int number = 2; !taken.add(stage); number++) {
                    stage = own + " (" + number + ")";
                }
            }
            String name = String.join(" ", names(cost));
            paths.put(cost, List.of(stage, name));
        }
    }

    /** The block of nodes that share their first {@code depth} names. Folders with one entry are left out. */
    private static Block block(String path, Map<NodeCost, List<String>> paths, int depth, Map<String, Integer> taken) {
        Map<String, Map<NodeCost, List<String>>> inside = new LinkedHashMap<>();
        paths.forEach((cost, names) -> {
            boolean leaf = names.size() <= depth + 1;
            String key = leaf ? cost.node().output() + NODE : names.get(depth);
            inside.computeIfAbsent(key, name -> new LinkedHashMap<>()).put(cost, names);
        });
        List<Block> children = new ArrayList<>();
        inside.forEach((key, nodes) -> {
            NodeCost first = nodes.keySet().iterator().next();
            if (key.endsWith(NODE)) {
                List<String> names = nodes.get(first);
                children.add(Block.of(free(path + "/" + names.get(names.size() - 1), taken), first));
            } else if (nodes.size() == 1) {
                List<String> names = nodes.get(first);
                String rest = String.join(".", names.subList(depth, names.size()));
                children.add(Block.of(free(path + "/" + rest, taken), first));
            } else {
                children.add(block(free(path + "/" + key, taken), nodes, depth + 1, taken));
            }
        });
        return children.size() == 1 && !children.get(0).isNode()
                ? renamed(children.get(0), path)
                : Block.of(path, children);
    }

    /** A folder that holds one folder only goes by its own name. */
    private static Block renamed(Block only, String path) {
        return Block.of(path, only.children());
    }

    private static String free(String path, Map<String, Integer> taken) {
        int times = taken.merge(path, 1, Integer::sum);
        return times == 1 ? path : path + " (" + times + ")";
    }
}
