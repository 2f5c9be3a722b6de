package vermeer.setting;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads and changes the settings of a record: its components, which are of the types {@code int}, {@code long}, {@code
 * float}, {@code double}, {@code boolean}, {@code String}, {@code Path} (a folder) or an enum.
 *
 * <p>Names of settings and of choices are written in small letters with hyphens ({@code blur-radius}, {@code max-abs});
 * the names in Java ({@code blurRadius}, {@code MAX_ABS}) are understood too.
 */
public final class Settings {
    private Settings() {}

    /**
     * The settings of a record, in the order of its components.
     *
     * @param record any record whose class has a constructor without arguments, which makes the defaults
     * @throws IllegalArgumentException where it is no such record; a mistake of the programmer
     */
    public static List<Setting> of(Object record) {
        Object defaults = defaults(record.getClass());
        List<Setting> settings = new ArrayList<>();
        for (RecordComponent component : components(record)) {
            settings.add(describe(component, read(component, defaults)));
        }
        return List.copyOf(settings);
    }

    /**
     * The record with some settings changed.
     *
     * @param changes texts by name; what is not named keeps the record's value
     * @throws SettingException where a name is unknown, a text is no value or a value is out of range
     */
    public static <T> T apply(T record, Map<String, String> changes) throws SettingException {
        List<Setting> settings = of(record);
        RecordComponent[] components = components(record);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(components[i], record);
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            int index = indexOf(settings, change.getKey());
            values[index] = Values.parse(settings.get(index), components[index].getType(), change.getValue());
        }
        return create(record, components, values);
    }

    /** The values by name, in the order of the components, as texts that {@link #apply} understands. */
    public static Map<String, String> texts(Object record) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent component : components(record)) {
            texts.put(Values.hyphenated(component.getName()), Values.text(read(component, record)));
        }
        return texts;
    }

    /**
     * The values on one line for people, such as {@code window 32, lower layers 0.5}; empty for a record without settings. A text
     * that is empty is left out.
     */
    public static String line(Object record) {
        return texts(record).entrySet().stream()
                .filter(setting -> !setting.getValue().isBlank())
                .map(setting -> setting.getKey().replace('-', ' ') + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The values by name, in the order of the components, for JSON files: numbers, booleans and texts. */
    public static Map<String, Object> values(Object record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(record)) {
            values.put(Values.hyphenated(component.getName()), Values.forFiles(read(component, record)));
        }
        return values;
    }

    private static int indexOf(List<Setting> settings, String name) throws SettingException {
        List<String> known = settings.stream().map(Setting::name).toList();
        int index = known.indexOf(Values.hyphenated(name.strip()));
        if (index < 0) {
            throw new SettingException("There is no setting '" + name + "'; "
                    + (known.isEmpty() ? "there are none." : "known are " + String.join(", ", known) + "."));
        }
        return index;
    }

    private static Setting describe(RecordComponent component, Object initial) {
        Help help = component.getAnnotation(Help.class);
        return new Setting(
                Values.hyphenated(component.getName()),
                kind(component),
                help == null ? "" : help.unit(),
                help == null ? "" : help.value(),
                Values.text(initial));
    }

    private static Kind kind(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        Class<?> type = component.getType();
        if (type == int.class) {
            return range == null
                    ? new Kind.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : new Kind.Whole((long) range.min(), (long) range.max());
        }
        if (type == long.class) {
            return range == null
                    ? new Kind.Whole(Long.MIN_VALUE, Long.MAX_VALUE)
                    : new Kind.Whole((long) range.min(), (long) range.max());
        }
        if (type == double.class || type == float.class) {
            return range == null
                    ? new Kind.Real(-Double.MAX_VALUE, Double.MAX_VALUE)
                    : new Kind.Real(range.min(), range.max());
        }
        if (type.isEnum()) {
            return new Kind.Choice(
                    Arrays.stream(type.getEnumConstants()).map(Values::text).toList());
        }
        if (type == boolean.class) {
            return new Kind.Flag();
        }
        if (type == String.class) {
            return new Kind.Text();
        }
        if (type == Path.class) {
            return new Kind.Folder();
        }
        throw new IllegalArgumentException(component + " is no setting");
    }

    private static RecordComponent[] components(Object record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(record.getClass() + " is no record");
        }
        return components;
    }

    private static Object defaults(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no constructor without arguments for its defaults", e);
        }
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked") // the constructor of the record's own class makes a T
    private static <T> T create(T record, RecordComponent[] components, Object[] values) throws SettingException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new SettingException(refused.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record.getClass() + " cannot be made", e);
        }
    }
}
