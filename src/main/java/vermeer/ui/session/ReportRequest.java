package vermeer.ui.session;

import java.nio.file.Path;
import java.util.List;
import vermeer.trust.TrustMeasure;

/**
 * A report that the user asks for.
 *
 * @param title its heading
 * @param measures by which maps are judged that were not judged by them yet
 * @param randomisation whether methods are tested on randomised models that were not tested yet
 * @param files where it is written; HTML and PDF by their endings
 */
public record ReportRequest(String title, List<TrustMeasure> measures, boolean randomisation, List<Path> files) {
    public ReportRequest {
        measures = List.copyOf(measures);
        files = List.copyOf(files);
    }
}
