package vermeer.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.image.Decoder;
import vermeer.image.PictureException;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.report.Report;
import vermeer.session.SessionException;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;

/**
 * What goes into a report: the pictures with maps or notes, answered anew, and what was asked of each.
 *
 * @param answers in the order of the strip
 * @param questions by picture
 * @param remarks what is left out, one sentence each
 */
record ReportPictures(List<Prediction> answers, Map<Path, List<Question>> questions, List<String> remarks) {

    /** One map to be in it. */
    record Question(Asked asked, Target target) {}

    /**
     * Reads and answers the pictures.
     *
     * @param inSight the picture that stands for all where nothing was asked or noted
     */
    static ReportPictures of(SessionState state, Path inSight, Network network, Decoder decoder, Progress progress)
            throws Exception {
        Set<Path> wanted = new LinkedHashSet<>();
        state.pictures().stream()
                .filter(picture -> state.pictureNotes().containsKey(picture)
                        || state.asked().stream()
                                .anyMatch(asked -> asked.picture().equals(picture)))
                .forEach(wanted::add);
        if (wanted.isEmpty() && inSight != null) {
            wanted.add(inSight);
        }
        List<String> remarks = new ArrayList<>();
        if (wanted.size() < state.pictures().size()) {
            remarks.add("The report shows " + wanted.size() + " of "
                    + state.pictures().size() + " pictures: those with maps or notes.");
        }
        List<Prediction> answers = new ArrayList<>();
        Map<Path, List<Question>> questions = new LinkedHashMap<>();
        int maps = 0;
        for (Path picture : wanted) {
            progress.checkCancelled();
            Prediction answer;
            try {
                answer = Prediction.ask(OpenPicture.of(picture, decoder.decode(picture, progress)), network, progress);
            } catch (PictureException unreadable) {
                remarks.add(unreadable.getMessage());
                continue;
            }
            List<Question> ours = questions(state, picture, network, answer, Report.MOST_MAPS - maps, remarks);
            answers.add(answer);
            questions.put(picture, ours);
            maps += ours.size();
            progress.report(answers.size(), wanted.size());
        }
        if (maps == Report.MOST_MAPS) {
            remarks.add("The report shows the first " + maps + " maps; 'vermeer run' writes all of them.");
        }
        return new ReportPictures(List.copyOf(answers), questions, List.copyOf(remarks));
    }

    private static List<Question> questions(
            SessionState state, Path picture, Network network, Prediction answer, int most, List<String> remarks) {
        List<Question> questions = new ArrayList<>();
        for (Asked asked : state.asked()) {
            if (asked.picture().equals(picture) && questions.size() < most) {
                try {
                    Target target = asked.target(network.model(), answer.best().index());
                    questions.add(new Question(asked, target));
                } catch (SessionException ofAnotherModel) {
                    remarks.add(ofAnotherModel.getMessage());
                }
            }
        }
        return questions;
    }
}
