package vermeer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import vermeer.cache.DiskCache;

/**
 * Keeps ONNX Runtime's native libraries unpacked between starts. By itself it unpacks 24 MB at every start, which costs
 * 0.1 to 0.2 s. Where anything is unusual this does nothing, and the runtime unpacks as always.
 */
final class NativeLibraries {
    /** Where ONNX Runtime looks for its libraries before it unpacks any. */
    static final String PATH = "onnxruntime.native.path";

    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /** Unpacks the libraries if they are not there yet, and tells ONNX Runtime where they are. */
    static void use(DiskCache cache) {
        if (System.getProperty(PATH) == null
                && library("onnxruntime_providers_cuda").isEmpty()) {
            folder(cache).ifPresent(folder -> System.setProperty(PATH, folder.toString()));
        }
    }

    /** The folder with the libraries; empty where they are not packed as expected or cannot be written. */
    static Optional<Path> folder(DiskCache cache) {
        try {
            Path folder = null;
            for (String name : NAMES) {
                Optional<URL> packed = library(name);
                if (packed.isEmpty() || !(packed.get().openConnection() instanceof JarURLConnection jar)) {
                    return Optional.empty();
                }
                jar.setUseCaches(false);
                // Both libraries belong together, so the first one's checksum names the folder of both.
                String kind = folder == null
                        ? "natives-" + Long.toHexString(jar.getJarEntry().getCrc())
                        : folder.getFileName().toString();
                folder = unpacked(cache, kind, System.mapLibraryName(name), jar).getParent();
            }
            return Optional.ofNullable(folder);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static Path unpacked(DiskCache cache, String kind, String name, JarURLConnection jar) throws IOException {
        JarEntry entry = jar.getJarEntry();
        Optional<Path> before = cache.find(kind, name);
        if (before.isPresent() && Files.size(before.get()) == entry.getSize()) {
            return before.get();
        }
        return cache.put(kind, name, out -> {
            try (InputStream in = jar.getInputStream()) {
                in.transferTo(out);
            }
        });
    }

    private static Optional<URL> library(String name) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String folder = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x64";
        return Optional.ofNullable(NativeLibraries.class.getResource(
                "/ai/onnxruntime/native/" + folder + "-" + machine + "/" + System.mapLibraryName(name)));
    }
}
