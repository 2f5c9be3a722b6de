package vermeer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import vermeer.model.Layer;
import vermeer.ui.compare.CompareView;
import vermeer.ui.compare.CompareViewModel;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.dream.DreamView;
import vermeer.ui.dream.DreamViewModel;
import vermeer.ui.lab.Lab;
import vermeer.ui.lab.LabView;
import vermeer.ui.live.Live;
import vermeer.ui.network.NetworkView;
import vermeer.ui.network.NetworkViewModel;
import vermeer.ui.network.SurveyViewModel;
import vermeer.ui.trust.TrustView;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.TuningView;
import vermeer.ui.workbench.Workbench;
import vermeer.ui.workspace.Workspace;

/** The workspaces of the window, in the order of the rail. */
final class WorkspaceList {
    private WorkspaceList() {}

    /**
     * The workspaces.
     *
     * @param explain makes the first workspace, which the shell itself works with
     * @param show shows the workspace of an id
     * @param files the dialogs for files
     */
    static List<Workspace> of(
            Workbench workbench, Supplier<? extends Parent> explain, Consumer<String> show, FileChoosing files) {
        Supplier<DreamViewModel> dream = once(() -> new DreamViewModel(
                workbench.investigation(),
                workbench.runner(),
                workbench.services().decoder(),
                workbench.notices()));
        return List.of(
                Workspace.beside(
                        "explain",
                        "Explain",
                        MaterialDesignE.EYE_OUTLINE,
                        "See which parts of a picture made the network answer as it did",
                        explain),
                Workspace.beside(
                        "trust",
                        "Trust",
                        MaterialDesignS.SCALE_BALANCE,
                        "Find out whether a map can be believed, and which method is best for this picture",
                        () -> new TrustView(workbench, () -> show.accept("explain"))),
                Workspace.beside(
                        "compare",
                        "Compare",
                        MaterialDesignC.COMPARE,
                        "Set maps beside each other: methods, classes, pictures, two models",
                        () -> new CompareView(new CompareViewModel(workbench), files, () -> show.accept("explain"))),
                Workspace.beside(
                        "attack",
                        "Attack",
                        MaterialDesignF.FLASH_OUTLINE,
                        "See how little noise, blur or paint it takes to fool the network",
                        () -> new LabView(Lab.of(workbench), files)),
                Workspace.beside(
                        "dream",
                        "Dream",
                        MaterialDesignC.CREATION,
                        "Make pictures that show what the network has learned",
                        () -> new DreamView(dream.get(), files)),
                Workspace.beside(
                        "network",
                        "Network",
                        MaterialDesignS.SITEMAP,
                        "See what the network is made of, and what each of its layers makes of the picture",
                        () -> network(workbench, files, (layer, channel) -> {
                            dream.get().chooseChannel(layer, channel);
                            show.accept("dream");
                        })),
                Workspace.whole(
                        "live",
                        "Live",
                        MaterialDesignV.VIDEO_OUTLINE,
                        "Classify and explain what a camera, a video or a folder shows, as it comes",
                        () -> Live.of(workbench, files)),
                Workspace.whole(
                        "tune",
                        "Tune",
                        MaterialDesignS.SCHOOL_OUTLINE,
                        "Turn a network into your own with a few hundred labelled photos",
                        () -> new TuningView(new Tuning(workbench, () -> show.accept("explain")))));
    }

    private static NetworkView network(Workbench workbench, FileChoosing files, BiConsumer<Layer, Integer> onDream) {
        NetworkViewModel network =
                new NetworkViewModel(workbench.investigation(), workbench.runner(), workbench.notices());
        return new NetworkView(
                network, new SurveyViewModel(network, workbench.services().decoder()), files, onDream);
    }

    /** Makes something when it is first asked for, and keeps it: two workspaces share it, and the start does not wait for it. */
    private static <T> Supplier<T> once(Supplier<T> made) {
        List<T> kept = new ArrayList<>();
        return () -> {
            if (kept.isEmpty()) {
                kept.add(made.get());
            }
            return kept.get(0);
        };
    }
}
