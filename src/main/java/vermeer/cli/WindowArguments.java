package vermeer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognises the plain ways to open the window, so that it need not wait for the command line's parser to be loaded. */
final class WindowArguments {
    private WindowArguments() {}

    /**
     * What the window is started with, {@code [--model FILE] [PATH...]}.
     *
     * @param arguments as given to the program
     * @return empty where a command, another option or a path that does not exist is given; the parser then decides
     */
    static Optional<List<String>> plain(String... arguments) {
        boolean command = arguments.length > 0 && arguments[0].equals("open");
        List<String> rest = new ArrayList<>(List.of(arguments)).subList(command ? 1 : 0, arguments.length);
        int option = rest.indexOf("--model");
        for (int i = 0; i < rest.size(); i++) {
            boolean named = option >= 0 && (i == option && i + 1 < rest.size() || i == option + 1);
            boolean path = !rest.get(i).startsWith("-") && Files.exists(Path.of(rest.get(i)));
            if (!named && !path) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(rest));
    }
}
