package vermeer.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a part of a picture's path: its label, or what it shares with pictures that must not be torn apart (the patient, the
 * site, the day). The place is written as {@code {label}} or {@code {group}}, {@code *} stands for any part of a name, {@code
 * **} for any folders: {@code patient-{group}_*}, {@code **}{@code /day-{group}/*}. A pattern without {@code /} looks at the
 * file's name only. Case does not matter, and the ending of the name may be left out.
 *
 * @param text as the user wrote it
 * @param place what is looked for: {@code label} or {@code group}
 */
public record PathPattern(String text, String place) {
    private static final int LONGEST = 300;
    private static final int MOST_STARS = 8;

    /** @throws IllegalArgumentException where the place is missing or comes twice; the message is a clause */
    public PathPattern {
        text = text.strip().replace('\\', '/');
        String braced = "{" + place + "}";
        int first = text.indexOf(braced);
        if (first < 0 || first != text.lastIndexOf(braced)) {
            throw new IllegalArgumentException("the pattern \"" + text + "\" must hold " + braced + " once, such as \""
                    + braced + "_*\" for names like \"oak_0012.jpg\"");
        }
        if (text.length() > LONGEST
                || text.chars().filter(letter -> letter == '*').count() > MOST_STARS) {
            throw new IllegalArgumentException(
                    "the pattern is longer than " + LONGEST + " letters or has more than " + MOST_STARS + " stars");
        }
    }

    public static PathPattern group(String text) {
        return new PathPattern(text, "group");
    }

    public static PathPattern label(String text) {
        return new PathPattern(text, "label");
    }

    /** What stands at the place; empty where the pattern does not fit. */
    public Optional<String> find(String key) {
        String looked = text.contains("/") ? key : key.substring(key.lastIndexOf('/') + 1);
        Matcher matcher = compiled().matcher(looked);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Pattern compiled() {
        StringBuilder regex = new StringBuilder();
        String braced = "{" + place + "}";
        for (int at = 0; at < text.length(); ) {
            if (text.startsWith(braced, at)) {
                regex.append("([^/.][^/]*?)");
                at += braced.length();
            } else if (text.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (text.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else if (text.charAt(at) == '*') {
                regex.append("[^/]*");
                at++;
            } else {
                int letter = text.codePointAt(at);
                regex.append(Pattern.quote(Character.toString(letter)));
                at += Character.charCount(letter);
            }
        }
        return Pattern.compile(
                regex.append("(?:\\.[^./]*)?").toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
