package vermeer.setting;

/**
 * One component of a settings record, as forms, the command line and files know it.
 *
 * @param name in small letters with hyphens: the component {@code blurRadius} is the setting {@code blur-radius}
 * @param kind what values it takes
 * @param unit the unit of a number, such as {@code px}; may be empty
 * @param help what it does, in one sentence; may be empty
 * @param initial the value in the record that the constructor without arguments makes, as text
 */
public record Setting(String name, Kind kind, String unit, String help, String initial) {

    /** The name as a label: {@code blur-radius} is {@code Blur radius}. */
    public String label() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /** The values it takes, for people: {@code 1 to 512 px}, {@code zero, black or mean}. */
    public String allowed() {
        return Values.allowed(kind, unit);
    }
}
