package vermeer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import vermeer.attribution.AttributionMethods;
import vermeer.cache.DiskCache;
import vermeer.image.Decoder;
import vermeer.model.Download;
import vermeer.model.ModelReader;
import vermeer.model.Zoo;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.preference.PreferencesFile;
import vermeer.ui.preference.ThemeChoice;
import vermeer.ui.preference.UserFolders;
import vermeer.ui.shell.Look;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.simple.SimpleView;
import vermeer.ui.simple.SimpleViewModel;
import vermeer.ui.workbench.SampleFiles;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** Starts the window: picture and model are opened while the toolkit still starts. */
public final class VermeerWindow {
    /** The option that opens the single-purpose view. */
    public static final String SIMPLE = "--simple";

    private final Services services;

    public VermeerWindow(Services services) {
        this.services = services;
    }

    /** The window of this installation: its samples, the user's folders, all methods. */
    public static VermeerWindow here(Decoder decoder, List<ModelReader> readers) {
        return new VermeerWindow(new Services(
                decoder,
                new FileModelOpener(readers),
                AttributionMethods.all(),
                UserFolders.here(),
                SampleFiles.here(),
                () -> new Zoo(Download.patient()),
                DiskCache.ofUser()));
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param arguments {@code [--simple] [--model FILE] [PATH...]}, already checked
     */
    public void launch(List<String> arguments) throws InterruptedException {
        if (arguments.contains(SIMPLE)) {
            launchSimple(arguments.stream().filter(each -> !each.equals(SIMPLE)).toList());
            return;
        }
        int option = arguments.indexOf("--model");
        boolean named = option >= 0 && option + 1 < arguments.size();
        Optional<Path> model = named ? Optional.of(Path.of(arguments.get(option + 1))) : Optional.empty();
        List<Path> pictures = IntStream.range(0, arguments.size())
                .filter(index -> !named || index != option && index != option + 1)
                .mapToObj(index -> Path.of(arguments.get(index)))
                .toList();
        launch(pictures, model);
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param pictures files and folders to open; where there are none, the sample photos
     * @param model the model to ask; where there is none, the sample model
     */
    public void launch(List<Path> pictures, Optional<Path> model) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        JobViewModel jobs = new JobViewModel();
        try (FxJobRunner runner = new FxJobRunner(jobs)) {
            // the toolkit starts beside this thread, which meanwhile puts the workbench together and has the lanes open
            // picture and model
            runner.startToolkit();
            Workbench workbench = new Workbench(services, runner, jobs);
            StartUp startUp =
                    new StartUp(runner, took -> MeasuredWalk.of(workbench).ifPresent(walk -> walk.begin(took)));
            MapTimes.log(workbench.investigation(), workbench.canvas(), runner);
            workbench.start(pictures, model);
            Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> tell(workbench, runner, mistake));
            runner.open(() -> frame(workbench, startUp, closed)::show);
            closed.await();
        } finally {
            Platform.exit();
        }
    }

    /** Opens the single-purpose view of a network: {@code --model FILE [PHOTO]}. */
    private void launchSimple(List<String> arguments) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (FxJobRunner runner = new FxJobRunner(new JobViewModel())) {
            runner.startToolkit();
            SimpleViewModel model = new SimpleViewModel(services, runner);
            model.open(Path.of(arguments.get(1)));
            arguments.stream().skip(2).findFirst().map(Path::of).ifPresent(model::show);
            ThemeChoice theme =
                    new PreferencesFile(services.folders().preferences()).load().theme();
            runner.open(() -> simple(model, theme, closed)::show);
            closed.await();
        } finally {
            Platform.exit();
        }
    }

    private static Stage simple(SimpleViewModel model, ThemeChoice theme, CountDownLatch closed) {
        Stage stage = new Stage();
        stage.setOnHidden(hidden -> closed.countDown());
        stage.setTitle("Vermeer");
        SimpleView view = new SimpleView(model);
        Look.apply(theme, view);
        stage.setScene(new Scene(view, 900, 640));
        return stage;
    }

    private static WindowFrame frame(Workbench workbench, StartUp startUp, CountDownLatch closed) {
        Stage stage = new Stage();
        stage.setOnHidden(hidden -> closed.countDown());
        WindowFrame frame = new WindowFrame(workbench, stage);
        startUp.watch(workbench.investigation(), stage);
        return frame;
    }

    /** A mistake of ours costs the user a notice, never the window. */
    private static void tell(Workbench workbench, FxJobRunner runner, Throwable mistake) {
        runner.deliver(() -> workbench.notices().fail("The last action", new IllegalStateException(mistake)));
    }
}
