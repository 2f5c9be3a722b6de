package vermeer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vermeer.session.FileProblem;
import vermeer.session.Session;
import vermeer.session.SessionPicture;

/** The pictures that a session is replayed on. */
final class SessionPictures {
    private SessionPictures() {}

    /**
     * A picture.
     *
     * @param index in the session; empty for a picture that is not the session's
     * @param note what the user wrote about it; may be empty
     */
    record Found(FoundPicture picture, OptionalInt index, String note) {}

    /** A session's own pictures; those that are missing or have changed are named and left out. */
    static List<Found> own(Session session, Terminal terminal) throws CommandException {
        List<Path> files = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < session.pictures().size(); i++) {
            SessionPicture picture = session.pictures().get(i);
            Optional<FileProblem> problem = FileProblem.of(picture.file());
            if (problem.isPresent()) {
                terminal.err().println(problem.get().sentence());
            } else {
                files.add(picture.file().path());
                indices.add(i);
            }
        }
        if (files.isEmpty()) {
            throw new CommandException("The session has no picture to explain; give some with --images FOLDER.");
        }
        List<FoundPicture> found = FoundPicture.in(files);
        List<Found> pictures = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            pictures.add(new Found(
                    found.get(i),
                    OptionalInt.of(indices.get(i)),
                    session.pictures().get(indices.get(i)).note()));
        }
        return pictures;
    }

    /** Pictures that are not the session's. */
    static List<Found> others(List<FoundPicture> pictures) {
        return pictures.stream()
                .map(picture -> new Found(picture, OptionalInt.empty(), ""))
                .toList();
    }
}
