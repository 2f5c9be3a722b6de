package vermeer.report;

import java.time.Instant;
import java.util.List;

/**
 * A finding to be handed on.
 *
 * @param title the heading
 * @param written when
 * @param model the model explained
 * @param pictures in the order in which they are shown
 * @param notOffered methods that cannot explain this model, each with its reason
 * @param remarks what the reader should know of the report itself, one sentence each
 * @param notes the user's notes; may be empty
 * @param versions what computed it
 */
public record Report(
        String title,
        Instant written,
        ReportedModel model,
        List<ReportedPicture> pictures,
        List<Fact> notOffered,
        List<String> remarks,
        String notes,
        Versions versions) {

    /** How many maps a report holds at most, so that it can be sent and opened. */
    public static final int MOST_MAPS = 200;

    public Report {
        pictures = List.copyOf(pictures);
        notOffered = List.copyOf(notOffered);
        remarks = List.copyOf(remarks);
    }
}
