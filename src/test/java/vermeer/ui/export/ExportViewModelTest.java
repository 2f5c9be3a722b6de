package vermeer.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.GradientTimesInput;
import vermeer.image.Picture;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;
import vermeer.ui.Pictures;
import vermeer.ui.ToyServices;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.workbench.Workbench;

class ExportViewModelTest {
    @TempDir
    Path home;

    private Workbench workbench;

    @BeforeEach
    void explain() throws IOException {
        workbench = new Workbench(ToyServices.in(home, List.of()), new DirectJobRunner(), new JobViewModel());
        Path picture = Pictures.write(Pictures.redSquare(), home.resolve("my red.png"));
        workbench.opening().onFiles(List.of(picture, home.resolve("net.onnx")));
    }

    @Test
    void withoutAMapTheUserIsToldAndNothingIsWritten() {
        assertTrue(workbench.export().fileName().isEmpty());
        workbench.export().writePng(home.resolve("none.png"));
        assertFalse(Files.exists(home.resolve("none.png")));
        assertTrue(workbench.notices().shown().get(0).text().contains("choose a method"));
    }

    @Test
    void fileNameSaysPictureModelMethodAndClass() {
        workbench.method().choose("gradient-x-input");
        assertEquals(
                "my-red_Toy-network_gradient-x-input_scarlet-macaw",
                workbench.export().fileName().orElseThrow());
    }

    @Test
    void exportedFigureHoldsThePictureAtItsOwnResolutionAsItWasSeen() throws Exception {
        workbench.method().choose("gradient-x-input");
        Path file = home.resolve("map.png");
        workbench.export().writePng(file);
        Picture figure = workbench.services().decoder().decode(file, Progress.none());
        ShownMap map = workbench.investigation().mapProperty().get();
        Picture picture = map.prediction().picture().picture();
        int[] seen = workbench.canvas().overlay().draw(picture, map.map());
        assertTrue(contains(figure, picture.width(), picture.height(), seen));
    }

    @Test
    void rawValuesAreWrittenToTheLastDigit() throws Exception {
        workbench.method().choose(new GradientTimesInput().name());
        ShownMap map = workbench.investigation().mapProperty().get();
        workbench.export().writeValues(home.resolve("map.npy"));
        workbench.export().writeValues(home.resolve("map.csv"));
        Tensor values = Npy.read(home.resolve("map.npy"));
        assertEquals(
                new Tensor(
                        new int[] {map.map().height(), map.map().width()},
                        map.map().values()),
                values);
        assertEquals(
                map.attribution().channels().orElseThrow().data().length,
                Npy.read(home.resolve("map.channels.npy")).data().length);
        List<String> rows = Files.readAllLines(home.resolve("map.csv"));
        assertEquals(map.map().height(), rows.size());
        String[] third = rows.get(20).split(",");
        for (int column = 0; column < third.length; column++) {
            assertEquals(map.map().at(20, column), Float.parseFloat(third[column]));
        }
    }

    private static boolean contains(Picture figure, int width, int height, int[] argb) {
        for (int top = 0; top + height <= figure.height(); top++) {
            for (int left = 0; left + width <= figure.width(); left++) {
                if (matches(figure, left, top, width, argb)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(Picture figure, int left, int top, int width, int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            if (figure.rgb(left + i % width, top + i / width) != (argb[i] & 0xffffff)) {
                return false;
            }
        }
        return true;
    }
}
