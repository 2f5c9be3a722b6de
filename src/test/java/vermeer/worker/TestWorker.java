package vermeer.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** A worker whose tasks misbehave on demand. */
public final class TestWorker {
    private TestWorker() {}

    public static void main(String[] arguments) {
        WorkerLoop.serve(Map.of(
                "echo", (text, progress) -> text.asText(),
                "fail",
                        (text, progress) -> {
                            throw new WorkerException(text.asText());
                        },
                "break",
                        (text, progress) -> {
                            throw new IllegalStateException("broken");
                        },
                "exit",
                        (code, progress) -> {
                            Runtime.getRuntime().halt(code.asInt());
                            return "";
                        },
                "fill", (text, progress) -> filled(),
                "count", TestWorker::count,
                "hang",
                        (text, progress) -> {
                            while (true) {
                                pause();
                            }
                        },
                "noise",
                        (text, progress) -> {
                            System.out.println("a library prints");
                            System.err.print("half a line");
                            return "done";
                        }));
    }

    private static Object filled() {
        List<long[]> all = new ArrayList<>();
        while (true) {
            all.add(new long[1 << 20]);
        }
    }

    private static Object count(JsonNode to, Progress progress) throws CancelledException {
        for (int i = 0; i < to.asInt(); i++) {
            progress.checkCancelled();
            progress.report(i + 1L, to.asInt());
            pause();
        }
        return to.asInt();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
