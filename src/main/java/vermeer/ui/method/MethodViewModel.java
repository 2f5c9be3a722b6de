package vermeer.ui.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.model.Layer;
import vermeer.setting.Setting;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;

/** The methods, which of them the network allows, which one is chosen, and the settings of each. */
public final class MethodViewModel {
    private static final String FIRST_CHOICE = "grad-cam";

    private final Investigation investigation;
    private final List<AttributionMethod> initial;
    private final Map<String, AttributionMethod> current = new LinkedHashMap<>();
    private final ObservableList<MethodEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");

    /** @param methods one of each, with its initial settings, in the order of the palette */
    public MethodViewModel(Investigation investigation, List<AttributionMethod> methods) {
        this.investigation = investigation;
        this.initial = List.copyOf(methods);
        methods.forEach(method -> current.put(method.name(), method));
        investigation.networkProperty().subscribe(network -> list());
        investigation.methodProperty().subscribe(method -> chosen.set(method == null ? "" : method.name()));
    }

    /** All methods, in the order of the palette. */
    public ObservableList<MethodEntry> entries() {
        return entries;
    }

    /** The chosen method's name; empty where none is. */
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Explains by this method, with its settings as they are now. Unavailable methods cannot be chosen. */
    public void choose(String name) {
        entry(name)
                .filter(entry -> entry.unavailable().isEmpty())
                .ifPresent(entry -> investigation.explainBy(entry.method()));
    }

    /** Takes the map away. */
    public void chooseNone() {
        investigation.explainBy(null);
    }

    /** Where no method is chosen yet, chooses the first that a user would try. */
    public void chooseAny() {
        if (chosen.get().isEmpty()) {
            choose(FIRST_CHOICE);
            if (chosen.get().isEmpty()) {
                entries.stream()
                        .filter(entry -> entry.unavailable().isEmpty())
                        .findFirst()
                        .ifPresent(entry -> choose(entry.name()));
            }
        }
    }

    /** A method's settings as a form changes them. */
    EditableSettings editable(String name) {
        return new EditableSettings() {
            @Override
            public List<Setting> settings() {
                return MethodViewModel.this.settings(name);
            }

            @Override
            public Map<String, String> values() {
                return MethodViewModel.this.values(name);
            }

            @Override
            public Optional<String> change(String setting, String value) {
                return MethodViewModel.this.change(name, setting, value);
            }

            @Override
            public void reset() {
                MethodViewModel.this.reset(name);
            }

            @Override
            public boolean unchanged() {
                return MethodViewModel.this.unchanged(name);
            }

            @Override
            public List<String> layers() {
                return MethodViewModel.this.layers();
            }
        };
    }

    /** A method's settings, with what they mean. */
    public List<Setting> settings(String name) {
        return Settings.of(current.get(name));
    }

    /** A method's values now, as text by the setting's name. */
    public Map<String, String> values(String name) {
        return Settings.texts(current.get(name));
    }

    /**
     * Changes a setting and, where its method is chosen, explains anew.
     *
     * @return what is wrong with the value, in one sentence; empty where it was taken
     */
    public Optional<String> change(String name, String setting, String value) {
        try {
            replace(Settings.apply(current.get(name), Map.of(setting, value)));
            return Optional.empty();
        } catch (SettingException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** Puts a method's settings back to what they were at first. */
    public void reset(String name) {
        initial.stream().filter(method -> method.name().equals(name)).forEach(this::replace);
    }

    /** Whether a method's settings are what they were at first. */
    public boolean unchanged(String name) {
        return initial.contains(current.get(name));
    }

    /** What a layer setting can take: choices of its own, then the names of the network's layers. */
    public List<String> layers() {
        List<String> choices = new ArrayList<>(AttributionMethods.layerChoices());
        Network network = investigation.networkProperty().get();
        if (network != null) {
            network.model().activations().layers().stream().map(Layer::value).forEach(choices::add);
        }
        return choices;
    }

    /** Takes a method with its settings in place of the one that it has now. */
    public void use(AttributionMethod changed) {
        replace(changed);
    }

    private void replace(AttributionMethod changed) {
        current.put(changed.name(), changed);
        IntStream.range(0, entries.size())
                .filter(index -> entries.get(index).name().equals(changed.name()))
                .forEach(index -> entries.set(
                        index, new MethodEntry(changed, entries.get(index).unavailable())));
        if (chosen.get().equals(changed.name())) {
            investigation.explainBy(changed);
        }
    }

    private Optional<MethodEntry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private void list() {
        Network network = investigation.networkProperty().get();
        entries.setAll(current.values().stream()
                .map(method -> new MethodEntry(
                        method,
                        network == null ? Optional.of("Open a model first.") : method.unavailable(network.model())))
                .toList());
    }
}
