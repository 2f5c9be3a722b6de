package vermeer.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.image.InputProfile;

/**
 * An investigation: what it takes to open it again and to repeat it.
 *
 * @param model the model's file, before any conversion; empty where none was open
 * @param profile how a picture becomes the model's input, where the user has changed it; empty where it is the model's own
 * @param pictures in the order in which they are shown
 * @param explanations in the order in which they were asked
 * @param notes the user's notes on the whole; may be empty
 * @param findings what was measured of maps
 * @param views how the window showed it; only the window knows what it holds
 */
public record Session(
        Optional<FileReference> model,
        Optional<InputProfile> profile,
        List<SessionPicture> pictures,
        List<Explanation> explanations,
        String notes,
        List<Finding> findings,
        JsonNode views) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException where an explanation is of a picture that is not there; the message is a clause */
    public Session {
        pictures = List.copyOf(pictures);
        explanations = List.copyOf(explanations);
        findings = List.copyOf(findings);
        views = canonical(views);
        for (Explanation explanation : explanations) {
            requirePicture(explanation, pictures.size());
        }
        for (Finding finding : findings) {
            requirePicture(finding.map(), pictures.size());
        }
    }

    private static void requirePicture(Explanation explanation, int pictures) {
        if (explanation.picture().orElse(-1) >= pictures) {
            throw new IllegalArgumentException("an explanation is of picture "
                    + explanation.picture().getAsInt() + ", but there are only " + pictures);
        }
    }

    /** Without anything measured. */
    public Session(
            Optional<FileReference> model,
            Optional<InputProfile> profile,
            List<SessionPicture> pictures,
            List<Explanation> explanations,
            String notes,
            JsonNode views) {
        this(model, profile, pictures, explanations, notes, List.of(), views);
    }

    /** Nothing open, nothing asked. */
    public static Session empty() {
        return new Session(Optional.empty(), Optional.empty(), List.of(), List.of(), "", JSON.createObjectNode());
    }

    /** A copy, which the caller may change. */
    @Override
    public JsonNode views() {
        return views.deepCopy();
    }

    /** Every file that the session needs: the model first, then the pictures. */
    public List<FileReference> files() {
        List<FileReference> files = new ArrayList<>();
        model.ifPresent(files::add);
        pictures.forEach(picture -> files.add(picture.file()));
        return List.copyOf(files);
    }

    /** The session with a file in place of another, as when the user shows where a missing one is now. */
    public Session with(FileReference before, FileReference now) {
        return new Session(
                model.map(file -> file.equals(before) ? now : file),
                profile,
                pictures.stream()
                        .map(picture ->
                                picture.file().equals(before) ? new SessionPicture(now, picture.note()) : picture)
                        .toList(),
                explanations,
                notes,
                findings,
                views);
    }

    /** The session without a file: without the model, or without a picture and what was asked of it. */
    public Session without(FileReference file) {
        List<SessionPicture> left = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (!pictures.get(i).file().equals(file)) {
                places.put(i, left.size());
                left.add(pictures.get(i));
            }
        }
        List<Explanation> asked = explanations.stream()
                .filter(explanation -> explanation.picture().isEmpty()
                        || places.containsKey(explanation.picture().getAsInt()))
                .map(explanation -> explanation.picture().isEmpty()
                        ? explanation
                        : explanation.ofPicture(places.get(explanation.picture().getAsInt())))
                .toList();
        List<Finding> measured = findings.stream()
                .filter(finding -> places.containsKey(finding.map().picture().getAsInt()))
                .map(finding ->
                        finding.ofPicture(places.get(finding.map().picture().getAsInt())))
                .toList();
        return new Session(model.filter(known -> !known.equals(file)), profile, left, asked, notes, measured, views);
    }

    /** What a file will give back: a float and a double that look alike in a file become the same number. */
    private static JsonNode canonical(JsonNode views) {
        try {
            return JSON.readTree(views.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
