package vermeer.ui.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.setting.Setting;

/** Settings that a form shows and changes, whatever record they belong to. */
public interface EditableSettings {

    List<Setting> settings();

    /** The values now, as text by the setting's name. */
    Map<String, String> values();

    /** @return what is wrong with the value, in one sentence; empty where it was taken */
    Optional<String> change(String setting, String value);

    /** Puts all values back to what they were at first. */
    void reset();

    /** Whether all values are what they were at first. */
    boolean unchanged();

    /** What a layer setting can take. */
    default List<String> layers() {
        return List.of();
    }
}
