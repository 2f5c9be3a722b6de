package vermeer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reopening is exact: whatever a session holds, the file gives back. */
class SessionRoundTripTest {
    private static final Arbitrary<String> TEXT = Arbitraries.strings()
            .withChars("aZ0 \"\\\n\t<&é字\u202e\u0001{}[],:'")
            .ofMaxLength(20);

    @Property(tries = 200)
    void readingGivesWhatWasWritten(@ForAll("sessions") Session session) throws Exception {
        Path folder = Files.createTempDirectory("session");
        Path file = folder.resolve("s.vermeer");
        SessionFile.write(session, file);
        byte[] first = Files.readAllBytes(file);
        Session read = SessionFile.read(file);
        assertEquals(session, read);
        SessionFile.write(read, file);
        assertArrayEquals(first, Files.readAllBytes(file));
        Files.delete(file);
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Session> sessions() {
        Arbitrary<FileReference> files = Combinators.combine(
                        TEXT.map(text -> text.replaceAll("[\\x00/]", "x")),
                        Arbitraries.strings().withChars("0123456789abcdef").ofLength(64))
                .as((name, digest) -> new FileReference(Path.of("nowhere", "f" + name), digest));
        Arbitrary<List<SessionPicture>> pictures = Combinators.combine(files, TEXT)
                .as(SessionPicture::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<JsonNode> views = Combinators.combine(TEXT, Arbitraries.doubles(), Arbitraries.floats())
                .as((text, wide, narrow) ->
                        JsonNodeFactory.instance.objectNode().put(text, wide).put("narrow" + text, narrow));
        return Combinators.combine(
                        files.optional(), pictures, explanation().list().ofMaxSize(4), TEXT, views)
                .as((model, shown, asked, notes, view) ->
                        new Session(model, Optional.empty(), shown, asked, notes, view));
    }

    private static Arbitrary<Explanation> explanation() {
        Arbitrary<List<Explanation.Weight>> target = Combinators.combine(
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.floats().filter(weight -> weight != 0))
                .as(Explanation.Weight::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        TEXT,
                        Arbitraries.maps(TEXT, TEXT).ofMaxSize(3),
                        target,
                        Arbitraries.of(OptionalInt.empty(), OptionalInt.of(0)))
                .as(Explanation::new);
    }
}
