package vermeer.ui.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.setting.Setting;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** The settings of one record, for a form. */
public final class RecordSettings<T> implements EditableSettings {
    private final T initial;
    private final Set<String> hidden;
    private T current;

    /**
     * Begins with a record's own values.
     *
     * @param hidden names of settings that are not offered
     */
    public RecordSettings(T initial, Set<String> hidden) {
        this.initial = initial;
        this.hidden = Set.copyOf(hidden);
        this.current = initial;
    }

    /** The record with the values as they are now. */
    public T current() {
        return current;
    }

    @Override
    public List<Setting> settings() {
        return Settings.of(current).stream()
                .filter(setting -> !hidden.contains(setting.name()))
                .toList();
    }

    @Override
    public Map<String, String> values() {
        return Settings.texts(current);
    }

    @Override
    public Optional<String> change(String setting, String value) {
        try {
            current = Settings.apply(current, Map.of(setting, value));
            return Optional.empty();
        } catch (SettingException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    @Override
    public void reset() {
        current = initial;
    }

    @Override
    public boolean unchanged() {
        return current.equals(initial);
    }
}
