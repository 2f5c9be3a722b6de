package vermeer.report;

import java.util.ArrayList;
import java.util.List;
import vermeer.model.Belief;
import vermeer.model.OpenModel;

/**
 * The model that is explained.
 *
 * @param name for people
 * @param fileName of the file that the user opened, before any conversion
 * @param sha256 of that file
 * @param profile how a picture becomes its input, field by field
 */
public record ReportedModel(String name, String fileName, String sha256, List<Fact> profile) {
    public ReportedModel {
        profile = List.copyOf(profile);
    }

    /** An open model with what is believed of it, and whether that is only guessed. */
    public static ReportedModel of(OpenModel model) {
        List<Fact> profile = new ArrayList<>();
        for (Belief belief : model.report().beliefs()) {
            profile.add(new Fact(
                    belief.field(), belief.value() + (belief.guessed() ? " (guessed: " + belief.why() + ")" : "")));
        }
        profile.add(new Fact("explained", model.head().text()));
        return new ReportedModel(model.name(), model.file().getFileName().toString(), model.sha256(), profile);
    }
}
