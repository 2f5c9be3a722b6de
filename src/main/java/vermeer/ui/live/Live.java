package vermeer.ui.live;

import javafx.scene.Parent;
import vermeer.camera.FrameReader;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.workbench.Workbench;

/** Puts the workspace Live together. */
public final class Live {
    private Live() {}

    /**
     * The workspace of a window. The worker that reads cameras starts when it is first asked for one.
     *
     * @param files the dialogs for files
     */
    public static Parent of(Workbench workbench, FileChoosing files) {
        LiveViewModel live = new LiveViewModel(
                workbench.investigation(),
                workbench.services().decoder(),
                new FrameReader(),
                workbench.runner(),
                workbench.notices(),
                workbench.canvas()::colouring);
        return new LiveView(live, workbench.canvas(), workbench.prediction(), workbench.method(), files);
    }
}
