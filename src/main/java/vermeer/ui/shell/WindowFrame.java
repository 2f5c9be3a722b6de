package vermeer.ui.shell;

import javafx.scene.Scene;
import javafx.stage.Stage;
import vermeer.ui.preference.Preferences;
import vermeer.ui.workbench.Workbench;

/** Fills a stage with the shell, its header and its keys. */
public final class WindowFrame {
    private static final double SMALLEST_WIDTH = 760;
    private static final double SMALLEST_HEIGHT = 480;

    private final Workbench workbench;
    private final Stage stage;

    public WindowFrame(Workbench workbench, Stage stage) {
        this.workbench = workbench;
        this.stage = stage;
    }

    /** Shows the window, as large as it was last time. */
    public void show() {
        Shell shell = new Shell(workbench);
        Commands commands = new Commands(workbench, shell, stage);
        shell.setHeader(new Header(commands, workbench));
        Preferences last = workbench.preferences().get();
        Scene scene = new Scene(shell, last.width(), last.height());
        commands.installKeys(scene);
        workbench
                .preferences()
                .preferencesProperty()
                .map(Preferences::theme)
                .subscribe(theme -> Look.apply(theme, shell));
        workbench
                .investigation()
                .pictureProperty()
                .subscribe(picture -> stage.setTitle(picture == null ? "Vermeer" : picture.name() + " - Vermeer"));
        stage.setScene(scene);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setOnHiding(hiding -> workbench
                .preferences()
                .change(old -> stage.isMaximized() ? old : old.withSize(scene.getWidth(), scene.getHeight())));
        stage.show();
    }
}
