package vermeer.ui.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermeer.attribution.GradCam;
import vermeer.attribution.Occlusion;
import vermeer.job.DirectJobRunner;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.ToyNetwork;

class MethodViewModelTest {
    private final Investigation investigation = new Investigation(new DirectJobRunner(), failure -> {});
    private final MethodViewModel methods = new MethodViewModel(
            investigation,
            List.of(new GradCam(), new Occlusion(16, 8, new Occlusion().fill(), new Occlusion().measure())));

    @BeforeEach
    void look() {
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
    }

    @Test
    void nothingCanBeChosenWithoutAModel() {
        methods.choose("grad-cam");
        assertEquals("", methods.chosenProperty().get());
        assertTrue(
                methods.entries().stream().allMatch(entry -> entry.unavailable().isPresent()));
    }

    @Test
    void methodThatTheModelCannotSupportSaysWhy() {
        investigation.ask(new ToyNetwork("scores", false));
        assertEquals(
                Optional.of("The operator Toy has no gradient rule."),
                methods.entries().get(0).unavailable());
        methods.choose("grad-cam");
        assertEquals("", methods.chosenProperty().get());
        methods.chooseAny();
        assertEquals("occlusion", methods.chosenProperty().get());
    }

    @Test
    void changedSettingExplainsAnewAndAWrongOneIsRefusedInOneSentence() {
        investigation.ask(new ToyNetwork());
        methods.choose("occlusion");
        assertEquals(Optional.empty(), methods.change("occlusion", "window", "8"));
        assertTrue(investigation.mapProperty().get().settings().startsWith("window 8, stride 8"));
        Optional<String> refused = methods.change("occlusion", "stride", "9");
        assertTrue(refused.orElseThrow().contains("stride"), refused.get());
        assertEquals("8", methods.values("occlusion").get("stride"));
    }

    @Test
    void settingsStayWhileAnotherMethodIsLookedAtAndCanBeReset() {
        investigation.ask(new ToyNetwork());
        methods.change("occlusion", "window", "8");
        methods.choose("grad-cam");
        assertEquals("8", methods.values("occlusion").get("window"));
        assertFalse(methods.unchanged("occlusion"));
        methods.reset("occlusion");
        assertTrue(methods.unchanged("occlusion"));
        assertEquals("grad-cam", methods.chosenProperty().get());
    }
}
