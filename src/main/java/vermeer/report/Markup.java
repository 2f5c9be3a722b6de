package vermeer.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML elements. Whatever comes from outside goes through {@link #text} or an attribute, which escape it. */
final class Markup {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Markup open(String element, String... attributes) throws IOException {
        begin(element, attributes);
        open.push(element);
        return this;
    }

    /** An element without content, which needs no end. */
    Markup single(String element, String... attributes) throws IOException {
        begin(element, attributes);
        return this;
    }

    private void begin(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    /** Ends the element opened last. */
    Markup close() throws IOException {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Markup text(String text) throws IOException {
        escape(text);
        return this;
    }

    /** A whole element that holds text. */
    Markup element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** Text of our own that must not be escaped, such as a style sheet. */
    Markup ours(String text) throws IOException {
        out.append(text);
        return this;
    }

    private void escape(String text) throws IOException {
        String plain = PlainText.of(text);
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(character);
            }
        }
    }
}
