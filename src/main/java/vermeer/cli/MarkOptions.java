package vermeer.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.trust.MarkedPlaces;

/** What is boxed in maps that are written. */
final class MarkOptions {
    private static final int NUMBERS = 4;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--regions",
            description = "Boxes what the network looked at: connected places of at least half of the map's largest"
                    + " value, with their shares. The .json file always lists them.")
    private boolean regions;

    @Option(
            names = "--box",
            paramLabel = "X,Y,WIDTH,HEIGHT",
            description = "The pointing test: draws this box, in pixels of the picture, and says whether the map's"
                    + " strongest point lies in it, and how much of its evidence does.")
    private String box;

    /** The box that the user gave. */
    Optional<Region> box() {
        if (box == null) {
            return Optional.empty();
        }
        try {
            String[] parts = box.split(",", -1);
            double[] numbers = new double[NUMBERS];
            for (int i = 0; i < NUMBERS; i++) {
                numbers[i] = Double.parseDouble(parts[i].strip());
            }
            if (parts.length == NUMBERS && numbers[2] > 0 && numbers[3] > 0) {
                return Optional.of(new Region(numbers[0], numbers[1], numbers[2], numbers[3]));
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException noNumbers) {
            throw wrong();
        }
        throw wrong();
    }

    private ParameterException wrong() {
        return new ParameterException(
                command.commandLine(),
                "--box takes four numbers of pixels, such as 40,60,120,100 for left, top, width and height, not '" + box
                        + "'.");
    }

    /** What is boxed in a map. */
    MarkedPlaces of(Heatmap map) {
        MarkedPlaces found =
                regions ? new MarkedPlaces(MarkedPlaces.strongest(map), Optional.empty()) : MarkedPlaces.NONE;
        return found.with(box(), map);
    }
}
