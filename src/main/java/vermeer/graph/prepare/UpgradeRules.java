package vermeer.graph.prepare;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which rules each operator has: applied where the graph's operator set is older than the number. */
final class UpgradeRules {

    private record Change(int before, UpgradeRule rule) {}

    private static final List<Change> BINARY = List.of(new Change(7, OldBroadcast::binary));
    private static final List<Change> REDUCE = List.of(new Change(18, OldAttributes.toInput("axes", 1)));
    private static final List<Change> SOFTMAX = List.of(new Change(13, OldSoftmax::upgrade));

    private static final Map<String, List<Change>> RULES = Map.ofEntries(
            entry("Add", BINARY),
            entry("And", BINARY),
            entry("AveragePool", List.of(new Change(19, OldPooling::averagePool))),
            entry("BatchNormalization", List.of(new Change(15, OldNormalization::batch))),
            entry("Cast", List.of(new Change(6, OldAttributes::castByName))),
            entry("Clip", List.of(new Change(11, OldAttributes::clip))),
            entry("Concat", List.of(new Change(4, OldAttributes.withDefault("axis", 1)))),
            entry("Div", BINARY),
            entry("Dropout", List.of(new Change(12, OldAttributes::dropout))),
            entry("Equal", BINARY),
            entry("Gemm", List.of(new Change(7, OldBroadcast::gemm))),
            entry("Greater", BINARY),
            entry("GroupNormalization", List.of(new Change(21, OldNormalization::group))),
            entry("Hardmax", SOFTMAX),
            entry("Less", BINARY),
            entry("LogSoftmax", SOFTMAX),
            entry("LpPool", List.of(new Change(2, OldPooling::lpPool))),
            entry("Mul", BINARY),
            entry("Or", BINARY),
            entry("PRelu", List.of(new Change(7, OldBroadcast::prelu))),
            entry("Pad", List.of(new Change(11, OldAttributes::pad))),
            entry("Pow", BINARY),
            entry("RMSNormalization", List.of(new Change(Integer.MAX_VALUE, NewOperators::rmsNormalization))),
            entry("ReduceL1", REDUCE),
            entry("ReduceL2", REDUCE),
            entry("ReduceLogSum", REDUCE),
            entry("ReduceLogSumExp", REDUCE),
            entry("ReduceMax", REDUCE),
            entry("ReduceMean", REDUCE),
            entry("ReduceMin", REDUCE),
            entry("ReduceProd", REDUCE),
            entry("ReduceSum", List.of(new Change(13, OldAttributes.toInput("axes", 1)))),
            entry("ReduceSumSquare", REDUCE),
            entry("Reshape", List.of(new Change(5, OldAttributes.toInput("shape", 1)))),
            entry("Resize", List.of(new Change(11, OldResize::resize10), new Change(13, OldResize::resize11))),
            entry("Scatter", List.of(new Change(Integer.MAX_VALUE, OldAttributes::scatter))),
            entry("Selu", List.of(new Change(6, OldAttributes::selu))),
            entry("Slice", List.of(new Change(10, OldAttributes::slice))),
            entry("Softmax", SOFTMAX),
            entry(
                    "Split",
                    List.of(new Change(13, OldAttributes::splitByAttribute), new Change(18, OldAttributes::split))),
            entry("Squeeze", List.of(new Change(13, OldAttributes.toInput("axes", 1)))),
            entry("Sub", BINARY),
            entry("Swish", List.of(new Change(Integer.MAX_VALUE, NewOperators::swish))),
            entry("Tile", List.of(new Change(6, OldAttributes::tile))),
            entry("TopK", List.of(new Change(10, OldAttributes.toInput("k", 1)))),
            entry("Unsqueeze", List.of(new Change(13, OldAttributes.toInput("axes", 1)))),
            entry("Upsample", List.of(new Change(Integer.MAX_VALUE, OldResize::upsample))),
            entry("Xor", BINARY));

    private UpgradeRules() {}

    /** The rule for a node of this operator set: the oldest that applies; null where the operator means the same. */
    static UpgradeRule rule(String operator, int from) {
        List<UpgradeRule> applying = new ArrayList<>();
        for (Change change : RULES.getOrDefault(operator, List.of())) {
            if (from < change.before()) {
                applying.add(change.rule());
            }
        }
        return applying.isEmpty() ? null : applying.get(0);
    }
}
