package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ZooNetwork.ZooFile;

class ZooTest {
    private static final byte[] CONTENT = "a network of thirty-two bytes ok".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final Zoo zoo = new Zoo(new Download(Duration.ofMillis(700)));

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/whole.onnx", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
            exchange.close();
        });
        server.createContext("/stuck.onnx", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            OutputStream body = exchange.getResponseBody();
            body.write(CONTENT, 0, 8);
            body.flush();
            sleep(20_000);
        });
        server.createContext("/half.onnx", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(CONTENT, 0, 8);
            exchange.close();
        });
        server.createContext("/gone.onnx", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aFileIsFetchedWholeAndFoundTheNextTime() throws Exception {
        long[] last = new long[2];
        Path file = zoo.fetch(file("whole", sha(CONTENT)), folder, new Cancellation((done, total) -> {
            last[0] = done;
            last[1] = total;
        }));
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
        assertArrayEquals(new long[] {CONTENT.length, CONTENT.length}, last);
        server.stop(0);
        assertEquals(file, zoo.fetch(file("whole", sha(CONTENT)), folder, Progress.none()));
    }

    @Test
    void aWrongChecksumLeavesNothingBehindAndTheOldFileAlone() throws Exception {
        Path old = Files.writeString(folder.resolve("whole.onnx"), "older");
        String sentence = refused("whole", sha("other".getBytes(StandardCharsets.UTF_8)));
        assertTrue(sentence.contains("checksum"), sentence);
        assertEquals("older", Files.readString(old));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aHostThatFallsSilentOrBreaksOffOrHasNoFileIsOneSentence() throws Exception {
        long started = System.nanoTime();
        String silent = refused("stuck", sha(CONTENT));
        assertTrue(silent.contains("nothing came"), silent);
        assertTrue(System.nanoTime() - started < 10_000_000_000L, "waited too long");
        String half = refused("half", sha(CONTENT));
        assertTrue(half.contains("8 of 32 bytes"), half);
        String gone = refused("gone", sha(CONTENT));
        assertTrue(gone.contains("404"), gone);
        server.stop(0);
        String unreachable = refused("whole", sha(CONTENT));
        assertTrue(unreachable.contains("cannot be reached") && unreachable.contains("I have the file"), unreachable);
    }

    @Test
    void cancellingEndsAStuckDownloadAtOnce() throws Exception {
        Zoo patient = new Zoo(new Download(Duration.ofSeconds(20)));
        Cancellation cancellation = new Cancellation();
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(cancellation::cancel);
        long started = System.nanoTime();
        assertThrows(CancelledException.class, () -> patient.fetch(file("stuck", sha(CONTENT)), folder, cancellation));
        long milliseconds = (System.nanoTime() - started) / 1_000_000;
        assertTrue(milliseconds < 2_000, "took " + milliseconds + " ms");
        assertFalse(Files.exists(folder.resolve("stuck.onnx")));
    }

    @Test
    void aFileOfTheUsersIsCheckedAndLeftAlone() throws Exception {
        Path mine = Files.write(folder.resolve("mine.bin"), CONTENT);
        assertEquals(mine, zoo.iHaveTheFile(file("whole", sha(CONTENT)), mine, Progress.none()));
        DownloadException other = assertThrows(
                DownloadException.class,
                () -> zoo.iHaveTheFile(
                        file("whole", sha("other".getBytes(StandardCharsets.UTF_8))), mine, Progress.none()));
        assertTrue(other.getMessage().contains("mine.bin"), other.getMessage());
        assertArrayEquals(CONTENT, Files.readAllBytes(mine));
    }

    @Test
    void everyNetworkOfBothZoosIsDescribed() {
        List<ZooNetwork> networks = zoo.networks();
        assertEquals(36, networks.size());
        assertEquals(11, networks.stream().filter(ZooNetwork::buildable).count());
        assertEquals(
                5,
                networks.stream()
                        .filter(network -> network.refusal().isPresent())
                        .count());
        for (ZooNetwork network : networks) {
            assertFalse(network.description().isBlank());
            assertFalse(network.input().isBlank());
            network.refusal().ifPresent(reason -> assertTrue(reason.endsWith(".")));
        }
        ZooNetwork resNet = networks.stream()
                .filter(network -> network.name().equals("ResNet50-v2"))
                .findFirst()
                .orElseThrow();
        assertEquals("resnet50-v2-7.onnx", resNet.file().orElseThrow().name());
        assertEquals(102442452, resNet.file().orElseThrow().bytes());
    }

    private String refused(String name, String sha256) {
        String sentence = assertThrows(
                        DownloadException.class, () -> zoo.fetch(file(name, sha256), folder, Progress.none()))
                .getMessage();
        assertEquals(1, sentence.lines().count());
        return sentence;
    }

    private ZooFile file(String name, String sha256) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + ".onnx");
        return new ZooFile(address, CONTENT.length, new Checksum(Checksum.Kind.SHA_256, sha256));
    }

    private static String sha(byte[] bytes) {
        var digest = Sha256.start();
        digest.update(bytes);
        return Sha256.finish(digest);
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
