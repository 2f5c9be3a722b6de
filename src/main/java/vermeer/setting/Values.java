package vermeer.setting;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Values of settings from and to text, independent of the machine's locale. */
final class Values {
    private Values() {}

    /** {@code blurRadius} and {@code MAX_ABS} become {@code blur-radius} and {@code max-abs}. */
    static String hyphenated(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** A value as {@link Settings#apply} reads it. */
    static String text(Object value) {
        if (value instanceof Enum<?> choice) {
            return hyphenated(choice.name());
        }
        if (value instanceof Double || value instanceof Float) {
            return plain(((Number) value).doubleValue(), value.toString());
        }
        return value.toString();
    }

    /** A value as a JSON file holds it: a number, a boolean or a text. */
    static Object forFiles(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : text(value);
    }

    /** The text as a value of the component's type. */
    static Object parse(Setting setting, Class<?> type, String text) throws SettingException {
        String trimmed = text.strip();
        Kind kind = setting.kind();
        if (kind instanceof Kind.Whole whole) {
            return narrowed(type, wholeNumber(setting, whole, trimmed));
        }
        if (kind instanceof Kind.Real real) {
            double value = realNumber(setting, real, trimmed);
            if (type == float.class) {
                return (float) value;
            }
            return value;
        }
        if (kind instanceof Kind.Choice) {
            return choice(setting, type, trimmed);
        }
        if (kind instanceof Kind.Flag) {
            return flag(setting, trimmed);
        }
        return kind instanceof Kind.Folder ? folder(setting, trimmed) : text;
    }

    private static Path folder(Setting setting, String text) throws SettingException {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw refused(setting, text);
        }
    }

    static String allowed(Kind kind, String unit) {
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (kind instanceof Kind.Whole whole) {
            return whole.min() == Long.MIN_VALUE || whole.min() == Integer.MIN_VALUE
                    ? "any whole number" + suffix
                    : "a whole number from " + whole.min() + " to " + whole.max() + suffix;
        }
        if (kind instanceof Kind.Real real) {
            return real.min() == -Double.MAX_VALUE
                    ? "any number" + suffix
                    : "a number from " + plain(real.min(), "") + " to " + plain(real.max(), "") + suffix;
        }
        if (kind instanceof Kind.Choice choice) {
            return alternatives(choice.names());
        }
        if (kind instanceof Kind.Folder) {
            return "the path of a folder, or nothing";
        }
        return kind instanceof Kind.Flag ? "true or false" : "a text";
    }

    static String alternatives(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static Object narrowed(Class<?> type, long value) {
        if (type == int.class) {
            return Math.toIntExact(value);
        }
        return value;
    }

    private static long wholeNumber(Setting setting, Kind.Whole kind, String text) throws SettingException {
        try {
            long value = Long.parseLong(text);
            if (value >= kind.min() && value <= kind.max()) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(setting, text);
        }
        throw refused(setting, text);
    }

    private static double realNumber(Setting setting, Kind.Real kind, String text) throws SettingException {
        try {
            double value = new BigDecimal(text).doubleValue();
            if (value >= kind.min() && value <= kind.max()) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(setting, text);
        }
        throw refused(setting, text);
    }

    private static Object choice(Setting setting, Class<?> type, String text) throws SettingException {
        for (Object constant : type.getEnumConstants()) {
            if (text(constant).equals(hyphenated(text))
                    || ((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw refused(setting, text);
    }

    private static boolean flag(Setting setting, String text) throws SettingException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw refused(setting, text);
        };
    }

    private static SettingException refused(Setting setting, String text) {
        return new SettingException(
                "The setting '" + setting.name() + "' takes " + setting.allowed() + ", not '" + text + "'.");
    }

    private static String plain(double value, String otherwise) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : otherwise.isEmpty() ? Double.toString(value) : otherwise;
    }
}
