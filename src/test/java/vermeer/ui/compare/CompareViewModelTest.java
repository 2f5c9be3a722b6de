package vermeer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.GradCam;
import vermeer.attribution.Occlusion;
import vermeer.comparison.AnswerPair.Verdict;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.ui.compare.GridCell.State;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.investigation.ToyNetwork;

class CompareViewModelTest {
    /** The class that the toy network finds second most probable in the first picture. */
    private static final String SECOND = ToyNetwork.CLASSES.get(2);

    @TempDir
    Path home;

    private ToyComparison toy;
    private CompareViewModel model;

    @BeforeEach
    void compare() throws IOException {
        toy = new ToyComparison(home);
        model = toy.model;
    }

    @Test
    void gridOfMethodsByPredictedClassesIsComputed() {
        assertEquals(List.of("scarlet macaw", SECOND), toy.columns());
        assertTrue(
                toy.details().get(0).startsWith("predicted · "), toy.details().get(0));
        assertEquals(3, toy.grid().methods().size());
        for (GridCell cell : toy.grid().cells()) {
            assertEquals(State.DONE, cell.stateProperty().get(), cell.name());
            assertEquals(
                    cell.column().title(), cell.mapProperty().get().target().name());
            assertNotNull(cell.layerProperty().get());
        }
        assertEquals(6, model.grid().settledProperty().get());
    }

    @Test
    void mapsAreSharedWithTheExplainWorkspaceBothWays() {
        int passes = toy.passes();
        toy.workbench.investigation().explainBy(new GradCam());
        ShownMap shown = toy.workbench.investigation().mapProperty().get();
        assertSame(shown.attribution(), cell("grad-cam", 0).mapProperty().get().attribution());
        assertEquals(passes, toy.passes());
    }

    @Test
    void folderNamedAsAClassProposesItAndTheUserHasTheLastWord() {
        toy.look(1);
        assertEquals("blue jay", toy.columns().get(0));
        assertTrue(
                toy.details().get(0).startsWith("predicted, true"),
                toy.details().get(0));
        model.truth(Optional.of(
                toy.workbench.investigation().predictionProperty().get().of(2)));
        assertTrue(toy.details().get(toy.details().size() - 1).startsWith("true, rank"));
        model.truth(Optional.empty());
        assertTrue(toy.details().get(0).startsWith("predicted · "));
        toy.look(0);
        toy.look(1);
        assertTrue(toy.details().get(0).startsWith("predicted · "), "what the user said is kept");
    }

    @Test
    void contrastIsAColumnOfItsOwnForEveryMethod() {
        model.classes().contrastProperty().set(true);
        GridCell cell = cell("occlusion", 2);
        assertEquals("scarlet macaw rather than " + SECOND, cell.column().title());
        assertEquals(State.DONE, cell.stateProperty().get());
        int at = 0;
        for (float value : cell.mapProperty().get().map().values()) {
            float first = cell("occlusion", 0).mapProperty().get().map().values()[at];
            float second = cell("occlusion", 1).mapProperty().get().map().values()[at++];
            assertEquals(first - second, value, 1e-4 * Math.max(1, Math.abs(first)), "a difference of logits");
        }
    }

    @Test
    void unchangedCellsStayWhenRowsAndColumnsChange() {
        GridCell kept = cell("grad-cam", 0);
        int passes = toy.passes();
        model.chooseMethods(Set.of("grad-cam", "gradient"));
        model.classes().ranks().remove(Integer.valueOf(2));
        assertSame(kept, cell("grad-cam", 0));
        assertEquals(2, toy.grid().cells().size());
        assertEquals(passes, toy.passes());
    }

    @Test
    void methodThatTheModelCannotSupportSaysWhyInItsCell() {
        toy.workbench.opening().onModel(home.resolve("scores.onnx"));
        assertEquals(State.IMPOSSIBLE, cell("gradient", 0).stateProperty().get());
        assertTrue(cell("gradient", 0).reasonProperty().get().contains("Toy has no gradient rule"));
        assertEquals(State.DONE, cell("occlusion", 0).stateProperty().get());
    }

    @Test
    void sharedScaleReachesFromTheSmallestToTheLargestOfAllMaps() {
        model.grid().scaleProperty().set(GridScale.METHOD);
        double first = high(cell("occlusion", 0));
        assertEquals(first, high(cell("occlusion", 1)));
        assertTrue(first != high(cell("gradient", 0)));
        model.grid().scaleProperty().set(GridScale.SHARED);
        double largest = toy.grid().cells().stream()
                .mapToDouble(CompareViewModelTest::high)
                .max()
                .orElseThrow();
        toy.grid().cells().forEach(cell -> assertEquals(largest, high(cell), cell.name()));
        model.grid().scaleProperty().set(GridScale.OWN);
        assertTrue(high(cell("gradient", 0)) < largest);
    }

    @Test
    void picturesAreColumnsEachWithItsOwnAnswer() {
        model.axisProperty().set(Axis.PICTURES);
        assertEquals(List.of("red.png", "blue.png"), toy.columns());
        assertTrue(toy.details().get(1).startsWith("blue jay"));
        model.pictures().sameClassProperty().set(true);
        assertTrue(toy.details().get(1).startsWith("scarlet macaw"));
        toy.grid()
                .cells()
                .forEach(cell -> assertEquals(State.DONE, cell.stateProperty().get()));
    }

    @Test
    void secondModelAnswersBesideTheFirstAndBothAreAskedAboutAllPictures() {
        model.axisProperty().set(Axis.MODELS);
        assertEquals(1, toy.columns().size());
        model.second().open(home.resolve("contrary.onnx"));
        assertEquals(3, toy.columns().size(), "the same class in both, and B's own answer");
        assertTrue(
                toy.details().get(2).startsWith("its own answer: blue jay"),
                toy.details().get(2));
        assertEquals(3, model.second().alignmentProperty().get().shared());
        model.surveyAll();
        assertEquals(2, model.survey().rows().size());
        assertEquals(2, model.survey().disagreements());
        assertEquals(Verdict.DIFFERENT, model.survey().rows().get(0).pair().verdict());
        model.second().swap();
        assertTrue(toy.columns().get(0).startsWith("A"));
        assertEquals(
                "blue jay",
                toy.workbench.investigation().predictionProperty().get().best().name());
        assertTrue(model.survey().rows().isEmpty(), "they were about other models");
    }

    @Test
    void clickedCellIsWhatTheWindowExplainsAlsoOfAnotherPicture() {
        model.axisProperty().set(Axis.PICTURES);
        model.explain(cell("occlusion", 1));
        ShownMap map = toy.workbench.investigation().mapProperty().get();
        assertEquals("blue.png", map.prediction().picture().name());
        assertEquals("occlusion", map.method().name());
        model.active(false);
        toy.look(0);
        assertEquals(
                "red.png",
                toy.workbench
                        .investigation()
                        .mapProperty()
                        .get()
                        .prediction()
                        .picture()
                        .name(),
                "a later picture is not led back");
    }

    @Test
    void nothingIsComputedWhileNobodyLooks() {
        model.active(false);
        int passes = toy.passes();
        model.classes().others().add(1);
        assertEquals(passes, toy.passes());
        model.active(true);
        assertEquals(3, toy.columns().size());
        assertTrue(toy.passes() > passes);
    }

    @Test
    void cancelledCellsSaySoKeepWhatIsThereAndGoOnWhenAsked() {
        toy.runner.hold(true);
        model.classes().others().add(1);
        assertTrue(model.grid().runningProperty().get());
        assertEquals(6, model.grid().settledProperty().get(), "of 9");
        toy.workbench.jobs().cancel();
        assertEquals(State.STOPPED, cell("occlusion", 2).stateProperty().get());
        assertEquals(State.DONE, cell("occlusion", 0).stateProperty().get());
        assertTrue(!model.grid().runningProperty().get() && model.grid().stopped());
        toy.runner.hold(false);
        model.grid().resume();
        assertEquals(State.DONE, cell("occlusion", 2).stateProperty().get());
    }

    @Test
    void timeLeftIsToldOnceEveryMethodWasMeasured() {
        long[] now = {0};
        TimeLeft clock = new TimeLeft(() -> now[0]);
        clock.begin();
        now[0] += 3_000_000_000L;
        clock.end(new GradCam());
        assertEquals("6 s left", clock.left(List.of(new GradCam(), new GradCam())));
        assertEquals("", clock.left(List.of(new GradCam(), new Occlusion())));
    }

    @Test
    void exportedGridIsOnePictureWithEveryCell() throws Exception {
        Path file = home.resolve("grid.png");
        model.writePng(file);
        assertTrue(Files.size(file) > 10_000);
        var picture = new PictureReader((path, progress) -> null).decode(file, Progress.none());
        assertTrue(picture.width() > 2 * 320 && picture.height() > 3 * 64, picture.toString());
        assertEquals("red_grid", model.fileName());
    }

    @Test
    void curtainTakesTwoCellsOrOneAndTheBarePicture() {
        CurtainViewModel curtain = model.curtain();
        curtain.take(cell("grad-cam", 0));
        assertSame(cell("grad-cam", 0), curtain.markedProperty().get());
        curtain.take(cell("occlusion", 1));
        assertTrue(curtain.openProperty().get());
        assertSame(cell("occlusion", 1), curtain.rightProperty().get());
        curtain.move(0.4);
        curtain.move(0.4);
        assertEquals(1, curtain.positionProperty().get());
        curtain.close();
        curtain.take(cell("grad-cam", 0));
        curtain.take(cell("grad-cam", 0));
        assertNull(curtain.rightProperty().get());
        assertSame(cell("grad-cam", 0).column(), curtain.column(null));
        toy.look(1);
        assertTrue(!curtain.openProperty().get(), "its cells are gone");
    }

    private GridCell cell(String method, int column) {
        for (int row = 0; row < toy.grid().methods().size(); row++) {
            if (toy.grid().methods().get(row).name().equals(method)) {
                return toy.grid().cell(row, column);
            }
        }
        throw new AssertionError("no row " + method);
    }

    private static double high(GridCell cell) {
        return cell.layerProperty().get().legend().scale().high();
    }
}
