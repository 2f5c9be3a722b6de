package vermeer.graph.gradient;

import java.util.List;
import java.util.stream.Stream;

/** Every operator's cases. */
final class OperatorCases {

    private OperatorCases() {}

    static List<OperatorCase> all() {
        return Stream.of(
                        ConvolutionCases.CASES,
                        PoolingCases.CASES,
                        NormalisationCases.CASES,
                        MatrixCases.CASES,
                        ActivationCases.CASES,
                        ArithmeticCases.CASES,
                        ReductionCases.CASES,
                        ShapeCases.CASES,
                        PartCases.CASES,
                        ResizeCases.CASES)
                .flatMap(List::stream)
                .toList();
    }
}
