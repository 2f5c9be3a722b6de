package vermeer.ui.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vermeer.image.InputProfile;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;

/** Between a profile and the texts in which its fields are edited. */
final class ProfileEdit {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s*[x×]\\s*(\\d{1,5}).*");

    private ProfileEdit() {}

    /** A field's text. */
    static String text(InputProfile profile, String field) {
        return switch (field) {
            case "size" -> profile.width() + " x " + profile.height();
            case "channels" -> profile.channels().name();
            case "layout" -> profile.layout().name();
            case "mean" -> numbers(profile.mean());
            case "std" -> numbers(profile.std());
            case "resize" -> profile.resizeText();
            case "interpolation" -> profile.interpolation().name().toLowerCase(Locale.ROOT);
            case "output" -> profile.output().text();
            case "classes" -> profile.classes().orElse("");
            default -> "";
        };
    }

    /**
     * The profile with what the rows change.
     *
     * @throws ProfileException where a text is no value; the message is one sentence
     */
    static InputProfile apply(InputProfile profile, List<IntakeRow> rows) throws ProfileException {
        ObjectNode changes = new ObjectMapper().createObjectNode();
        for (IntakeRow row : rows) {
            if (row.changed()) {
                put(changes, row.belief().field(), row.valueProperty().get().strip());
            }
        }
        if (changes.has("width") && !changes.has("resize")) {
            // the rule names the size it ends at
            changes.put("resize", profile.resizeText().replaceAll(",? ?(centre crop|to) \\d+( x \\d+)?$", ""));
        }
        return ProfileJson.parse(changes.toString(), "you entered", profile).profile();
    }

    private static void put(ObjectNode changes, String field, String text) throws ProfileException {
        switch (field) {
            case "size" -> {
                Matcher size = SIZE.matcher(text);
                if (!size.matches()) {
                    throw new ProfileException("The input size is written as 224 x 224, not '" + text + "'.", null);
                }
                changes.put("width", Integer.parseInt(size.group(1)));
                changes.put("height", Integer.parseInt(size.group(2)));
            }
            case "mean", "std" -> putNumbers(changes.putArray(field), field, text);
            default -> changes.put(field, text);
        }
    }

    private static void putNumbers(ArrayNode array, String field, String text) throws ProfileException {
        for (String number : text.split("[,;\\s]+")) {
            try {
                array.add(Double.parseDouble(number));
            } catch (NumberFormatException wrong) {
                throw new ProfileException(
                        "The " + (field.equals("std") ? "standard deviation" : field)
                                + " is written as numbers with commas between them, not '" + text + "'.",
                        wrong);
            }
        }
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> value == Math.rint(value) ? Long.toString(value.longValue()) : value.toString())
                .collect(Collectors.joining(", "));
    }
}
