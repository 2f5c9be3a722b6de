package vermeer.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cli.TinyNetwork;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;
import vermeer.job.Progress;
import vermeer.train.RunPlan;
import vermeer.ui.tuning.TunedServices;

/** New, relabelled and vanished photos are told from those that a run knew. */
class DataChangesTest {
    @TempDir
    Path home;

    @Test
    void whatIsNewRelabelledOrGoneIsListed() throws Exception {
        Path photos = TunedServices.photos(home);
        Prepared before = Prepared.of(photos, Progress.none());
        RunPlan plan = plan(before);
        assertTrue(DataChanges.of(plan, before).none());
        TinyNetwork.picture(photos.resolve("train/red/new.png"), TunedServices.RED);
        TinyNetwork.picture(photos.resolve("train/red/newer.png"), TunedServices.RED);
        TinyNetwork.picture(photos.resolve("dev/blue/new.png"), TunedServices.BLUE);
        Files.delete(photos.resolve("train/blue/3.png"));
        Decisions decided =
                Decisions.standard().relabelling("dev/red/0.png", "blue").excluding(Set.of("dev/red/1.png"), "blurred");
        DataChanges changes = DataChanges.of(plan, Prepared.of(photos, decided, Progress.none()));
        assertEquals(
                Map.of("blue", List.of("dev/blue/new.png"), "red", List.of("train/red/new.png", "train/red/newer.png")),
                changes.added());
        assertEquals(List.of("dev/red/0.png"), changes.relabelled());
        assertEquals(List.of("dev/red/1.png", "train/blue/3.png"), changes.gone());
        assertEquals(
                "Since this run was trained: 3 photos are new (1 blue, 2 red), 1 has another label, 2 are gone or left"
                        + " out.",
                changes.sentence());
    }

    private static RunPlan plan(Prepared prepared) {
        RunPlan.Part train = part(prepared.splits().train());
        RunPlan.Rows rows = new RunPlan.Rows(
                prepared.dataset().folder().toString(),
                train,
                java.util.Collections.nCopies(train.size(), 1),
                Map.of(),
                part(List.of()),
                part(prepared.splits().dev()));
        return new RunPlan(
                RunPlan.VERSION,
                new RunPlan.Model("m.onnx", "m", "", "{}"),
                new RunPlan.CutAt("v", "head", 0),
                1,
                prepared.dataset().classes(),
                Map.of(),
                1,
                new RunPlan.Features("f", new int[] {1}, ""),
                rows,
                List.of(),
                List.of(0.0, 0.0),
                "");
    }

    private static RunPlan.Part part(List<vermeer.data.LabelledPicture> pictures) {
        return new RunPlan.Part(
                pictures.stream().map(vermeer.data.LabelledPicture::key).toList(),
                pictures.stream().map(vermeer.data.LabelledPicture::label).toList());
    }
}
