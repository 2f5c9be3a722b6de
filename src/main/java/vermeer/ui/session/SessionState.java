package vermeer.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.image.InputProfile;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.session.Explanation;
import vermeer.session.FileReference;
import vermeer.session.Finding;
import vermeer.session.Session;
import vermeer.session.SessionPicture;

/**
 * What would be lost if it were not saved: a session before its files are read for their hashes.
 *
 * @param model the model's file
 * @param profile how a picture becomes the model's input, where the user has changed it
 * @param pictures in the order of the strip
 * @param pictureNotes what the user wrote, by picture; no blank ones
 * @param asked maps of these pictures by this model, in the order in which they were asked
 * @param findings what was measured of maps of these pictures, each named by its place among them
 * @param notes what the user wrote about all of it
 */
record SessionState(
        Optional<Path> model,
        Optional<InputProfile> profile,
        List<Path> pictures,
        Map<Path, String> pictureNotes,
        List<Asked> asked,
        List<Finding> findings,
        String notes) {

    SessionState {
        findings = List.copyOf(findings);
        pictures = List.copyOf(pictures);
        pictureNotes = Map.copyOf(pictureNotes);
        asked = List.copyOf(asked);
    }

    /** Nothing open. */
    static SessionState empty() {
        return new SessionState(Optional.empty(), Optional.empty(), List.of(), Map.of(), List.of(), List.of(), "");
    }

    /** Whether the user has done anything beyond opening files. */
    boolean worked() {
        return !asked.isEmpty() || !notes.isBlank() || !pictureNotes.isEmpty();
    }

    /**
     * The session, which names each file by its content; a picture that was never there to be read is left out.
     *
     * @param views how the window shows it
     */
    Session session(FileHashes hashes, JsonNode views, Progress progress) throws CancelledException {
        List<SessionPicture> saved = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            progress.checkCancelled();
            Path picture = pictures.get(i);
            Optional<FileReference> file = hashes.of(picture);
            if (file.isPresent()) {
                paths.add(picture);
                saved.add(new SessionPicture(file.get(), pictureNotes.getOrDefault(picture, "")));
            }
            progress.report(i + 1L, pictures.size() + 1L);
        }
        List<Explanation> explanations = asked.stream()
                .filter(each -> paths.contains(each.picture()))
                .map(each -> each.explanation(paths.indexOf(each.picture())))
                .toList();
        List<Finding> measured = findings.stream()
                .filter(finding -> paths.contains(picture(finding)))
                .map(finding -> finding.ofPicture(paths.indexOf(picture(finding))))
                .toList();
        return new Session(model.flatMap(hashes::of), profile, saved, explanations, notes, measured, views);
    }

    private Path picture(Finding finding) {
        return pictures.get(finding.map().picture().getAsInt());
    }
}
