package vermeer.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import vermeer.image.InputProfile;
import vermeer.session.Session;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.strip.StripItem;
import vermeer.ui.strip.StripViewModel;
import vermeer.ui.trust.Findings;

/** What was asked and noted since the session began, and whether it is saved. */
public final class SessionViewModel {
    private final StripViewModel strip;
    private final SessionViews views;
    private final Restoring restoring;
    private final Findings findings;
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final StringProperty notes = new SimpleStringProperty("");
    private final StringProperty pictureNote = new SimpleStringProperty("");
    private final Map<Path, String> pictureNotes = new HashMap<>();
    private final ObservableList<Asked> asked = FXCollections.observableArrayList();
    private final ObservableList<Asked> shown = FXCollections.observableArrayList();
    private Optional<Path> model = Optional.empty();
    private Optional<InputProfile> profile = Optional.empty();
    private SessionState saved;
    private boolean changing;

    SessionViewModel(
            Investigation investigation,
            StripViewModel strip,
            SessionViews views,
            Restoring restoring,
            Findings findings) {
        this.strip = strip;
        this.findings = findings;
        this.views = views;
        this.restoring = restoring;
        investigation.mapProperty().subscribe(this::log);
        investigation.networkProperty().subscribe(this::ask);
        strip.items().addListener((ListChangeListener<StripItem>) change -> check());
        strip.selectedProperty().subscribe(this::showNote);
        findings.changesProperty().subscribe(change -> check());
        notes.subscribe(text -> check());
        pictureNote.subscribe(this::note);
    }

    /** The session's file; null where it was never saved. */
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether there is work that no file holds. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** What the user writes about all of it. */
    public StringProperty notesProperty() {
        return notes;
    }

    /** What the user writes about the picture in sight. */
    public StringProperty pictureNoteProperty() {
        return pictureNote;
    }

    /** The picture in sight; null where there is none. */
    public ReadOnlyObjectProperty<StripItem> pictureProperty() {
        return strip.selectedProperty();
    }

    /** The maps of these pictures by this model that were asked for, in their order. */
    public ObservableList<Asked> asked() {
        return shown;
    }

    /** Takes a map out of the session; its picture stays. */
    public void forget(Asked map) {
        asked.remove(map);
        check();
    }

    /** What would be saved now, but for the views. */
    SessionState state() {
        List<Path> pictures = strip.items().stream().map(StripItem::file).toList();
        Map<Path, String> written = new HashMap<>(pictureNotes);
        written.keySet().retainAll(pictures);
        written.values().removeIf(String::isBlank);
        List<Asked> ours = asked.stream()
                .filter(each -> each.model().equals(model) && pictures.contains(each.picture()))
                .toList();
        return new SessionState(model, profile, pictures, written, ours, findings.of(pictures), notes.get());
    }

    JsonNode views() {
        return views.read();
    }

    /** What was saved is now in this file. */
    void saved(SessionState state, Path path) {
        file.set(path);
        saved = state;
        check();
    }

    /**
     * Puts a session in place of this one.
     *
     * @param path its file; empty where it has none of its own
     * @param recovered whether it holds work that its file does not
     */
    void restore(Session session, Optional<Path> path, boolean recovered, List<Asked> maps) {
        changing = true;
        file.set(path.orElse(null));
        pictureNotes.clear();
        session.pictures().forEach(picture -> pictureNotes.put(picture.file().path(), picture.note()));
        asked.setAll(maps);
        session.model().ifPresent(reference -> model = Optional.of(reference.path()));
        profile = session.model().isPresent() ? session.profile() : profile;
        findings.restore(
                session.findings(),
                session.pictures().stream()
                        .map(picture -> picture.file().path())
                        .toList());
        restoring.restore(session);
        notes.set(session.notes());
        showNote(strip.selectedProperty().get());
        changing = false;
        saved = recovered ? SessionState.empty() : path.isPresent() ? state() : null;
        check();
    }

    private void log(ShownMap map) {
        if (map != null && !map.unfinished() && !asked.contains(Asked.of(map))) {
            asked.add(Asked.of(map));
            check();
        }
    }

    private void ask(Network network) {
        if (network != null) {
            model = ModelFile.of(network);
            profile = ModelFile.editedProfile(network);
            check();
        }
    }

    private void showNote(StripItem picture) {
        boolean before = changing;
        changing = true;
        pictureNote.set(picture == null ? "" : pictureNotes.getOrDefault(picture.file(), ""));
        changing = before;
    }

    private void note(String text) {
        StripItem picture = strip.selectedProperty().get();
        if (!changing && picture != null) {
            pictureNotes.put(picture.file(), text);
            check();
        }
    }

    private void check() {
        if (changing) {
            return;
        }
        SessionState now = state();
        if (!shown.equals(now.asked())) {
            shown.setAll(now.asked());
        }
        unsaved.set(saved == null ? now.worked() : !now.equals(saved));
    }
}
