package vermeer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that come with Vermeer. */
final class SampleFiles {
    private SampleFiles() {}

    /** The network that the window opens with. */
    static Path model() throws CommandException {
        return Stream.of(System.getProperty("vermeer.home", "."), ".")
                .map(home -> Path.of(home, "sample-models", "efficientnet_lite0.onnx"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new CommandException("The bundled model is not there; give one with --model FILE."));
    }

    /** All networks that come with Vermeer and are there. */
    static List<Path> models() {
        return Stream.of("efficientnet_lite0.onnx", "mobilenet_v2.zip")
                .flatMap(name -> Stream.of(System.getProperty("vermeer.home", "."), ".")
                        .map(home -> Path.of(home, "sample-models", name))
                        .filter(Files::isRegularFile)
                        .limit(1))
                .toList();
    }

    /** The folder of the photos that come with Vermeer. */
    static Path photos() throws CommandException {
        return Stream.of(System.getProperty("vermeer.home", "."), ".")
                .map(home -> Path.of(home, "sample-models", "photos"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new CommandException("The bundled photos are not there; give some as PATH."));
    }
}
