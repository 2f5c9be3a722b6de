package vermeer.graph;

import java.io.IOException;
import java.util.Map;

/** Reads a {@code StringStringEntryProto}, as metadata and places of external data are written. */
final class EntryParser {
    private final Wire wire;
    private String key = "";
    private String value = "";

    private EntryParser(Wire wire) {
        this.wire = wire;
    }

    static void read(Wire wire, Map<String, String> into) throws IOException, GraphException {
        EntryParser entry = new EntryParser(wire);
        wire.message(entry::field);
        into.put(entry.key, entry.value);
    }

    private void field(int field) throws IOException, GraphException {
        switch (field) {
            case 1 -> key = wire.text();
            case 2 -> value = wire.text();
            default -> wire.skip();
        }
    }
}
