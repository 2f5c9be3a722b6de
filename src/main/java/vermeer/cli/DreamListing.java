package vermeer.cli;

import java.io.PrintWriter;
import vermeer.dream.Dream;
import vermeer.dream.Dreams;
import vermeer.setting.Setting;
import vermeer.setting.Settings;

/** Prints the dreams, what they show and their settings. */
final class DreamListing {
    private DreamListing() {}

    static void print(PrintWriter out) {
        for (Dream dream : Dreams.all()) {
            out.println(dream.name() + " (" + dream.title() + ")");
            out.println("  Shows: " + dream.notes().shows());
            out.println("  Does not show: " + dream.notes().doesNotShow());
            out.println("  Made for " + dream.needs().choices() + "; costs: "
                    + dream.notes().cost());
            out.println("  Paper: " + dream.notes().paper());
            for (Setting setting : Settings.of(dream)) {
                out.println("  --set " + setting.name() + "=" + setting.initial() + "  " + setting.help() + " Takes "
                        + setting.allowed() + ".");
            }
            out.println();
        }
    }
}
