package vermeer.ui.tuning.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vermeer.setting.Settings;
import vermeer.train.EpochReport;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Cut;

/** Sentences about a run. */
final class RunTexts {
    private static final int MINUTE = 60;

    private RunTexts() {}

    static String epoch(EpochReport report) {
        String left = report.epoch() == report.epochs() ? "" : ", about " + time(report.secondsLeft()) + " left";
        return String.format(
                Locale.ROOT,
                "Epoch %d of %d%s, %.0f photos a second%s.",
                report.epoch(),
                report.epochs(),
                report.stage().isEmpty() ? "" : " (" + report.stage() + ")",
                report.picturesPerSecond(),
                left);
    }

    /** What is trained, and its seed: what tells runs apart first. */
    static String title(RunRequest request) {
        String what = request.cutName().equals(Cut.HEAD) ? "New head" : "From " + request.cutName() + " on";
        String seed = request.settings().getOrDefault("seed", "0");
        return what + ", seed " + seed;
    }

    /** The network, and the settings that are not as usual. */
    static String details(RunRequest request) {
        Map<String, String> usual = Settings.texts(new TrainingSettings());
        List<String> said = new ArrayList<>(List.of(request.network()));
        said.add(request.settings().getOrDefault("epochs", usual.get("epochs")) + " epochs");
        usual.forEach((name, value) -> {
            String own = request.settings().getOrDefault(name, value);
            if (!own.equals(value) && !name.equals("seed") && !name.equals("epochs")) {
                said.add(name.replace('-', ' ') + " " + own);
            }
        });
        return String.join(" · ", said);
    }

    /** How far an unfinished run had come. */
    static String unfinished(Run run) {
        int done = run.epochs().isEmpty()
                ? 0
                : run.epochs().get(run.epochs().size() - 1).epoch();
        String planned = run.request().settings().getOrDefault("epochs", "?");
        return "Not finished: " + done + " of " + planned + " epochs are done. It can be resumed.";
    }

    /** {@code 40 s}, {@code 3 min}. */
    static String time(double seconds) {
        return seconds < 2 * MINUTE ? Math.max(1, Math.round(seconds)) + " s" : Math.round(seconds / MINUTE) + " min";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
