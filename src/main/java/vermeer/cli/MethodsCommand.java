package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vermeer.attribution.ActivationMethod;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.attribution.GradientMethod;
import vermeer.attribution.MethodNotes;
import vermeer.setting.Kind;
import vermeer.setting.Setting;
import vermeer.setting.Settings;

/** Lists the attribution methods, what they show and their settings. */
@Command(
        name = "methods",
        mixinStandardHelpOptions = true,
        description = "Lists the attribution methods, what they show, and their settings.")
final class MethodsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private FormatOption format;

    MethodsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (AttributionMethod method : AttributionMethods.all()) {
            if (format.json()) {
                surroundings.terminal().out().println(line(method));
            } else {
                print(method);
            }
        }
        return 0;
    }

    private void print(AttributionMethod method) {
        MethodNotes notes = method.notes();
        var out = surroundings.terminal().out();
        out.println(method.name() + " (" + method.title() + ")");
        out.println("  Shows: " + notes.shows());
        out.println("  Does not show: " + notes.doesNotShow());
        out.println("  Needs " + needs(method) + "; costs: " + notes.cost());
        out.println("  Paper: " + notes.paper());
        for (Setting setting : Settings.of(method)) {
            out.println("  --set " + setting.name() + "=" + setting.initial() + "  " + setting.help() + " Takes "
                    + setting.allowed() + ".");
        }
        out.println();
    }

    private static String needs(AttributionMethod method) {
        if (method instanceof GradientMethod) {
            return "gradients";
        }
        return method instanceof ActivationMethod ? "activations" : "scores";
    }

    private static ObjectNode line(AttributionMethod method) {
        MethodNotes notes = method.notes();
        ObjectNode line = new ObjectMapper()
                .createObjectNode()
                .put("name", method.name())
                .put("title", method.title())
                .put("needs", needs(method))
                .put("shows", notes.shows())
                .put("doesNotShow", notes.doesNotShow())
                .put("cost", notes.cost())
                .put("paper", notes.paper());
        ArrayNode settings = line.putArray("settings");
        for (Setting setting : Settings.of(method)) {
            ObjectNode entry = settings.addObject()
                    .put("name", setting.name())
                    .put("default", setting.initial())
                    .put("unit", setting.unit())
                    .put("help", setting.help());
            describe(setting.kind(), entry);
        }
        return line;
    }

    private static void describe(Kind kind, ObjectNode entry) {
        if (kind instanceof Kind.Whole whole) {
            entry.put("kind", "integer").put("min", whole.min()).put("max", whole.max());
        } else if (kind instanceof Kind.Real real) {
            entry.put("kind", "real").put("min", real.min()).put("max", real.max());
        } else if (kind instanceof Kind.Choice choice) {
            choice.names().forEach(entry.put("kind", "choice").putArray("choices")::add);
        } else {
            String plain = kind instanceof Kind.Flag ? "flag" : "text";
            entry.put("kind", kind instanceof Kind.Folder ? "folder" : plain);
        }
    }
}
