package vermeer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;

/** What is not saved survives its window, and nothing newer is lost to something older. */
class RecoveryFileTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatADeadWindowLeftIsOfferedAndALivingOnesIsNot() throws Exception {
        RecoveryFolder recoveries = new RecoveryFolder(folder.resolve("r"));
        RecoveryFile dead = recoveries.open();
        RecoveryFile living = recoveries.open();
        Recovery kept = recovery("notes", NOON);
        assertTrue(dead.keep(kept));
        assertTrue(living.keep(recovery("other", NOON)));
        assertEquals(List.of(), recoveries.left());
        dead.close();
        assertEquals(
                List.of(kept),
                recoveries.left().stream().map(RecoveryFolder.Left::recovery).toList());
        recoveries.left().get(0).discard();
        assertEquals(List.of(), recoveries.left());
        living.close();
        assertEquals(1, recoveries.left().size());
    }

    @Test
    void theNewerIsNeverOverwrittenByTheOlder() throws Exception {
        RecoveryFolder recoveries = new RecoveryFolder(folder);
        try (RecoveryFile file = recoveries.open()) {
            assertTrue(file.keep(recovery("newer", NOON)));
            assertFalse(file.keep(recovery("older", NOON.minusMillis(1))));
            assertEquals("newer", file.read().session().notes());
            assertTrue(file.keep(recovery("newest", NOON.plusMillis(1))));
            assertEquals("newest", file.read().session().notes());
        }
    }

    @Test
    void theLatestIsOfferedFirst() throws Exception {
        RecoveryFolder recoveries = new RecoveryFolder(folder);
        for (int minute : new int[] {1, 3, 2}) {
            try (RecoveryFile file = recoveries.open()) {
                file.keep(recovery("minute " + minute, NOON.plusSeconds(60L * minute)));
            }
        }
        assertEquals(
                List.of("minute 3", "minute 2", "minute 1"),
                recoveries.left().stream()
                        .map(left -> left.recovery().session().notes())
                        .toList());
    }

    @Test
    void aSavedSessionLeavesNothing() throws Exception {
        RecoveryFolder recoveries = new RecoveryFolder(folder);
        try (RecoveryFile file = recoveries.open()) {
            file.keep(recovery("saved", NOON));
            file.discard();
        }
        assertEquals(List.of(), recoveries.left());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aDamagedFileIsNotOfferedAndStays() throws Exception {
        Path damaged = folder.resolve("x.recovery.json");
        Files.writeString(damaged, "{\"changed\": 1, \"session\": {");
        assertEquals(List.of(), new RecoveryFolder(folder).left());
        assertTrue(Files.exists(damaged));
    }

    @Test
    void clearingTheCacheDoesNotTakeIt() throws Exception {
        Path cache = folder.resolve("cache");
        RecoveryFolder recoveries = new RecoveryFolder(cache.resolve("recovery").resolve("sessions"));
        assertEquals(
                recoveries.path().getFileName(), RecoveryFolder.ofUser().path().getFileName());
        try (RecoveryFile file = recoveries.open()) {
            file.keep(recovery("kept", NOON));
        }
        new DiskCache(cache, 1).clear();
        assertEquals(1, recoveries.left().size());
    }

    private static Recovery recovery(String notes, Instant changed) {
        Session empty = Session.empty();
        Session session = new Session(
                empty.model(), empty.profile(), empty.pictures(), empty.explanations(), notes, empty.views());
        return new Recovery(session, Optional.of(Path.of("work.vermeer")), changed);
    }
}
