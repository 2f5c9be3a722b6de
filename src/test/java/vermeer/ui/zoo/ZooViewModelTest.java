package vermeer.ui.zoo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.DirectJobRunner;
import vermeer.model.Download;
import vermeer.model.Zoo;
import vermeer.model.ZooNetwork;

class ZooViewModelTest {
    @TempDir
    Path folder;

    private final List<Path> opened = new ArrayList<>();

    @Test
    void bothZoosAreListedWithWhatEachNetworkIs() {
        List<ZooNetwork> networks = zoo().networks();
        for (ZooNetwork.Kind kind : ZooNetwork.Kind.values()) {
            assertTrue(networks.stream().anyMatch(network -> network.zoo() == kind));
        }
        networks.forEach(network -> assertFalse(network.description().isBlank(), network.name()));
        assertTrue(networks.stream()
                .anyMatch(network -> ZooViewModel.facts(network).contains(" MB, input 224")));
    }

    @Test
    void fileThatIsAnotherOneIsSaidAndStaysAsItWas() throws IOException {
        Path mine = Files.write(folder.resolve("mine.onnx"), new byte[] {1, 2, 3});
        ZooViewModel model = zoo();
        model.useFile(withFile(model), mine);
        assertTrue(
                model.problemProperty().get().contains("mine.onnx"),
                model.problemProperty().get());
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(mine));
        assertEquals(List.of(), opened);
        assertFalse(model.busyProperty().get());
    }

    @Test
    void nextTryClearsTheProblem() throws IOException {
        Path mine = Files.write(folder.resolve("mine.onnx"), new byte[] {1});
        ZooViewModel model = zoo();
        model.useFile(withFile(model), mine);
        model.useFile(withFile(model), folder.resolve("gone.onnx"));
        assertFalse(model.problemProperty().get().contains("mine.onnx"));
        assertTrue(
                model.problemProperty().get().contains("gone.onnx"),
                model.problemProperty().get());
    }

    private ZooViewModel zoo() {
        Zoo zoo = new Zoo(new Download(Duration.ofSeconds(1)));
        return new ZooViewModel(zoo, folder, new DirectJobRunner(), opened::add);
    }

    private static ZooNetwork withFile(ZooViewModel model) {
        return model.networks().stream()
                .filter(network -> network.file().isPresent() && network.zoo() == ZooNetwork.Kind.ONNX)
                .findFirst()
                .orElseThrow();
    }
}
