package vermeer.evaluation.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vermeer.data.LabelledPicture;
import vermeer.data.balance.CostMatrix;
import vermeer.evaluation.Answers;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluating;
import vermeer.evaluation.PictureMeasures;
import vermeer.evaluation.Predictions;
import vermeer.evaluation.ScikitLearn;
import vermeer.job.Progress;

/** What is drawn has the areas that are printed beside it, and its dots are where the answers are. */
class CurvesTest {
    private final EvaluatedPart part = part(ScikitLearn.predictions(), Optional.empty());
    private final Curves curves = Curves.of(part);

    private static EvaluatedPart part(Predictions predictions, Optional<CostMatrix> costs) {
        List<LabelledPicture> pictures = IntStream.range(0, predictions.size())
                .mapToObj(i -> new LabelledPicture(
                        java.nio.file.Path.of("p" + i), "p" + i, predictions.labels()[i], ""))
                .toList();
        List<PictureMeasures> facts = pictures.stream()
                .map(picture -> new PictureMeasures(10, 10, 100, 100))
                .toList();
        Answers answers = new Answers(pictures, predictions, Optional.empty(), facts, List.of());
        try {
            return new Evaluating(0, java.util.Map.of(), costs)
                    .evaluate(answers, Optional.empty(), Progress.none())
                    .judged();
        } catch (vermeer.job.CancelledException never) {
            throw new IllegalStateException(never);
        }
    }

    @Test
    void theDrawnLinesHaveThePrintedAreas() {
        for (ClassCurve each : curves.classes()) {
            assertEquals(each.rocArea().value(), trapezoids(each.roc()), 1e-9);
            assertEquals(each.averagePrecision().value(), trapezoids(each.precisionRecall()), 1e-3);
        }
        assertEquals(curves.macroRocArea().value(), trapezoids(curves.macroRoc()), 0.005);
        assertEquals(curves.macroAveragePrecision().value(), trapezoids(curves.macroPrecisionRecall()), 0.005);
    }

    @Test
    void theMeanOfTheClassesIsThatOfScikitLearnWithAnIntervalAroundIt() {
        assertEquals(
                Arrays.stream(ScikitLearn.numbers("rocAreasProbability"))
                        .average()
                        .orElseThrow(),
                curves.macroRocArea().value(),
                1e-9);
        assertEquals(
                Arrays.stream(ScikitLearn.numbers("averagePrecision")).average().orElseThrow(),
                curves.macroAveragePrecision().value(),
                1e-9);
        assertTrue(curves.macroRocArea().low() < curves.macroRocArea().value());
        assertTrue(curves.macroRocArea().high() > curves.macroRocArea().value());
    }

    @Test
    void theDotIsWhereTheAnswersAre() {
        for (int k = 0; k < 3; k++) {
            OperatingPoint now = curves.classes().get(k).now().orElseThrow();
            assertEquals(ScikitLearn.numbers("recall")[k], now.recall(), 1e-12);
            assertEquals(ScikitLearn.numbers("precision")[k], now.precision(), 1e-12);
        }
    }

    @Test
    void ofTwoClassesTheThresholdIsTheRulesOwnAndCostsMoveIt() {
        Predictions two = new Predictions(
                List.of("well", "ill"), List.of("a", "b", "c", "d"), new int[] {0, 0, 1, 1}, new double[][] {
                    {0, -3}, {0, -0.5}, {0, -1}, {0, 2}
                });
        OperatingPoint plain =
                Curves.of(part(two, Optional.empty())).classes().get(1).now().orElseThrow();
        assertEquals(0.5, plain.threshold());
        assertEquals(0.5, plain.recall());
        CostMatrix dear = CostMatrix.equal(two.classNames()).with(1, 0, 4);
        OperatingPoint careful =
                Curves.of(part(two, Optional.of(dear))).classes().get(1).now().orElseThrow();
        assertEquals(0.2, careful.threshold(), 1e-12);
        assertEquals(1, careful.recall());
        assertEquals(0.5, careful.alarmRate());
    }

    @Test
    void thePictureIsXmlAndNamesEveryClassHoweverItIsCalled() throws Exception {
        Predictions strange = new Predictions(
                List.of("a<b & \"c\"", "🐝/wasp"), List.of("1", "2"), new int[] {0, 1}, new double[][] {{1, 0}, {0, 1}
                });
        String svg = CurvesSvg.of(Curves.of(part(strange, Optional.empty())));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertEquals(7, document.getElementsByTagName("polyline").getLength());
        assertTrue(document.getDocumentElement().getTextContent().contains("a<b & \"c\": ROC area 1.000"), svg);
        assertTrue(document.getDocumentElement().getTextContent().contains("🐝/wasp"), svg);
        assertEquals(
                1 + 2 * 2,
                CurvesCsv.of(List.of(Curves.of(part(strange, Optional.empty()))))
                        .lines()
                        .count());
    }

    @Test
    void aClassWithoutPicturesOrWithoutOthersHasNoCurve() {
        Predictions one = new Predictions(List.of("a", "b"), List.of("1"), new int[] {0}, new double[][] {{0, 1}});
        Curves none = Curves.of(part(one, Optional.empty()));
        assertTrue(none.classes().isEmpty());
        assertTrue(!none.macroRocArea().known());
    }

    private static double trapezoids(Trace trace) {
        double area = 0;
        for (int i = 1; i < trace.x().length; i++) {
            area += (trace.x()[i] - trace.x()[i - 1]) * (trace.y()[i] + trace.y()[i - 1]) / 2;
        }
        return area;
    }
}
