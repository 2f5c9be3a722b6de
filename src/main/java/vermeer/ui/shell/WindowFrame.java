package vermeer.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import vermeer.ui.preference.Preferences;
import vermeer.ui.session.SessionCommands;
import vermeer.ui.session.SessionDialogs;
import vermeer.ui.session.SessionFiles;
import vermeer.ui.session.SessionPaths;
import vermeer.ui.workbench.Workbench;

/** Fills a stage with the shell, its header and its keys. */
public final class WindowFrame {
    private static final double SMALLEST_WIDTH = 760;
    private static final double SMALLEST_HEIGHT = 480;

    private final Workbench workbench;
    private final Stage stage;
    private final SessionCommands sessions;

    public WindowFrame(Workbench workbench, Stage stage) {
        this(workbench, stage, new SessionDialogs(stage));
    }

    /**
     * Makes all nodes.
     *
     * @param paths asks for the paths of sessions and reports
     */
    public WindowFrame(Workbench workbench, Stage stage, SessionPaths paths) {
        this.workbench = workbench;
        this.stage = stage;
        Look.bare();
        Shell shell = new Shell(workbench);
        Commands commands = new Commands(workbench, shell, stage, paths);
        sessions = commands.sessions();
        shell.setHeader(new Header(commands, workbench, shell));
        Preferences last = workbench.preferences().get();
        Scene scene = new Scene(shell, last.width(), last.height());
        workbench
                .preferences()
                .preferencesProperty()
                .map(Preferences::theme)
                .subscribe(theme -> Look.apply(theme, shell));
        commands.installKeys(scene);
        workbench
                .investigation()
                .pictureProperty()
                .subscribe(picture -> stage.setTitle(picture == null ? "Vermeer" : picture.name() + " - Vermeer"));
        stage.setScene(scene);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        keep(scene);
        shell.onFiles(this::open);
    }

    /** Asks about unsaved work before the window closes, and remembers its size. */
    private void keep(Scene scene) {
        stage.setOnCloseRequest(closing -> {
            closing.consume();
            sessions.guarded("before Vermeer closes", stage::close);
        });
        stage.setOnHiding(hiding -> {
            sessions.stop();
            workbench
                    .preferences()
                    .change(old -> stage.isMaximized() || stage.isFullScreen()
                            ? old
                            : old.withSize(scene.getWidth(), scene.getHeight()));
        });
    }

    private void open(List<Path> files) {
        if (SessionFiles.isSession(files)) {
            sessions.open(files.get(0));
        } else {
            workbench.opening().onFiles(files);
        }
    }

    /** Shows the window, as large as it was last time. */
    public void show() {
        stage.show();
        sessions.start();
    }
}
