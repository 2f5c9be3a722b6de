package vermeer.ui.preference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Preferences as JSON text. Read and written token by token: binding by reflection would hold up the start of the window,
 * which waits for the theme and the size, by a tenth of a second.
 */
final class PreferencesJson {
    private final JsonFactory json = new JsonFactory();

    /**
     * The preferences of a text; what it leaves out gets its default, what it says beyond is passed over.
     *
     * @throws IOException where it is no JSON object, or a field has another type than Vermeer writes
     */
    Preferences read(byte[] text) throws IOException {
        Draft draft = new Draft();
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                draft.take(field, parser);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("not one whole JSON object");
            }
        }
        return draft.preferences();
    }

    String write(Preferences preferences) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeStringField("theme", preferences.theme().name());
            out.writeNumberField("opacity", preferences.opacity());
            out.writeStringField("colours", preferences.colours());
            out.writeStringField("signedColours", preferences.signedColours());
            writeList(out, "recentPictures", preferences.recentPictures());
            writeList(out, "recentModels", preferences.recentModels());
            out.writeNumberField("width", preferences.width());
            out.writeNumberField("height", preferences.height());
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void writeList(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    /** The fields read so far. */
    private static final class Draft {
        private ThemeChoice theme;
        private double opacity = Double.NaN;
        private String colours;
        private String signedColours;
        private List<String> recentPictures;
        private List<String> recentModels;
        private double width;
        private double height;

        void take(String field, JsonParser parser) throws IOException {
            switch (field) {
                case "theme" -> theme = theme(text(parser));
                case "opacity" -> opacity = parser.getDoubleValue();
                case "colours" -> colours = text(parser);
                case "signedColours" -> signedColours = text(parser);
                case "recentPictures" -> recentPictures = texts(parser);
                case "recentModels" -> recentModels = texts(parser);
                case "width" -> width = parser.getDoubleValue();
                case "height" -> height = parser.getDoubleValue();
                default -> parser.skipChildren();
            }
        }

        Preferences preferences() {
            return new Preferences(theme, opacity, colours, signedColours, recentPictures, recentModels, width, height);
        }

        private static ThemeChoice theme(String name) throws IOException {
            try {
                return name == null ? null : ThemeChoice.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new IOException("no theme '" + name + "'", unknown);
            }
        }

        private static String text(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new IOException("'" + parser.currentName() + "' is no text");
            }
            return parser.getText();
        }

        private static List<String> texts(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new IOException("'" + parser.currentName() + "' is no list");
            }
            List<String> texts = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token != JsonToken.VALUE_STRING) {
                    throw new IOException("a list entry is no text");
                }
                texts.add(parser.getText());
            }
            return texts;
        }
    }
}
