package vermeer.ui.tuning.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.cut.Cut;

/**
 * What a run was asked to be; kept between sessions.
 *
 * @param network the source network's name
 * @param model its file
 * @param photos the folder of pictures
 * @param cut the value that the network is cut at
 * @param cutName for people; {@value Cut#HEAD} where only the head is trained
 * @param settings as texts by name
 * @param folder the run's own folder
 * @param begun whether the folder has been written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunRequest(
        String network,
        String model,
        String photos,
        String cut,
        String cutName,
        Map<String, String> settings,
        String folder,
        boolean begun) {

    RunRequest {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    /** What a run in a folder was asked to be. */
    static RunRequest of(RunFolder folder, RunPlan plan) {
        return new RunRequest(
                plan.model().name(),
                plan.model().file(),
                plan.rows().folder(),
                plan.cut().value(),
                plan.cut().name(),
                plan.settings(),
                folder.path().toString(),
                true);
    }

    RunRequest asBegun() {
        return new RunRequest(network, model, photos, cut, cutName, settings, folder, true);
    }

    /** Whether a list that was read from a file can be worked with. */
    boolean whole() {
        return network != null && model != null && photos != null && cut != null && cutName != null && folder != null;
    }
}
