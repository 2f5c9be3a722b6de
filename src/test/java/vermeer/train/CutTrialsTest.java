package vermeer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.evaluation.Interval;
import vermeer.train.cut.Cut;

class CutTrialsTest {

    @Test
    void ofCutsThatCannotBeToldApartTheOneThatTrainsLeastIsProposed() {
        CutTrial head = trial(0, 0.92, 0.88, 0.95);
        CutTrial deeper = trial(4, 0.94, 0.90, 0.97);
        assertEquals(head, CutTrials.proposed(List.of(head, deeper)));
    }

    @Test
    void aDeeperCutIsProposedWhereItIsClearlyBetter() {
        CutTrial head = trial(0, 0.70, 0.65, 0.75);
        CutTrial deeper = trial(4, 0.94, 0.90, 0.97);
        assertEquals(deeper, CutTrials.proposed(List.of(head, deeper)));
    }

    @Test
    void whatIsMoreThanOneStandardErrorBehindIsNotProposedHoweverCheap() {
        CutTrial head = trial(0, 0.89, 0.81, 0.94);
        CutTrial deeper = trial(4, 0.95, 0.89, 0.98);
        assertEquals(0.0218, deeper.standardError(), 1e-4);
        assertEquals(deeper, CutTrials.proposed(List.of(head, deeper)));
        assertEquals(deeper, CutTrials.best(List.of(head, deeper)));
    }

    private static CutTrial trial(int layers, double value, double low, double high) {
        Cut cut = new Cut("v" + layers, "v" + layers, new int[] {2}, layers, 10 + 100 * layers, Optional.empty());
        return new CutTrial("toy", cut, 2, new Interval(value, low, high), 100, 1);
    }
}
