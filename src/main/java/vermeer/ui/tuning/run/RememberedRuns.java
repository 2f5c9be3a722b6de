package vermeer.ui.tuning.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vermeer.file.AtomicFile;

/**
 * The runs that the window knows, in a file, so that they are found again. A change is applied to what the file holds at that
 * moment, so that two windows keep each other's. A file that cannot be read is set aside, never overwritten.
 */
final class RememberedRuns {
    private static final long LONGEST = 16 << 20;
    private static final int MOST = 200;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    RememberedRuns(Path file) {
        this.file = file;
    }

    /** The runs, oldest first. */
    synchronized List<RunRequest> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException("longer than " + LONGEST + " bytes");
            }
            List<RunRequest> read = JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
            return read.stream()
                    .filter(request -> request != null && request.whole())
                    .toList();
        } catch (IOException damaged) {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
            return List.of();
        }
    }

    /** Changes the list. */
    synchronized void change(UnaryOperator<List<RunRequest>> change) throws IOException {
        List<RunRequest> changed = change.apply(new ArrayList<>(read()));
        AtomicFile.write(
                file, JSON.writeValueAsString(changed.subList(Math.max(0, changed.size() - MOST), changed.size())));
    }

    /** Keeps a run, in the place of the one that had its folder. */
    void keep(RunRequest request) throws IOException {
        change(runs -> {
            int place = place(runs, request.folder());
            if (place < 0) {
                runs.add(request);
            } else {
                runs.set(place, request);
            }
            return runs;
        });
    }

    /** Forgets the run of a folder; the folder stays as it is. */
    void forget(String folder) throws IOException {
        change(runs -> {
            runs.removeIf(request -> request.folder().equals(folder));
            return runs;
        });
    }

    /** Puts the runs of these folders into this order; others stay before them. */
    void order(List<String> folders) throws IOException {
        change(runs -> {
            List<RunRequest> ordered = new ArrayList<>(runs);
            ordered.removeIf(request -> folders.contains(request.folder()));
            for (String folder : folders) {
                int place = place(runs, folder);
                if (place >= 0) {
                    ordered.add(runs.get(place));
                }
            }
            return ordered;
        });
    }

    private static int place(List<RunRequest> runs, String folder) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).folder().equals(folder)) {
                return i;
            }
        }
        return -1;
    }
}
