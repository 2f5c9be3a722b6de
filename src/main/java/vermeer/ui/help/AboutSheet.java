package vermeer.ui.help;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Sheet;

/** What Vermeer is, which version, and where its log lies. */
public final class AboutSheet {
    private AboutSheet() {}

    public static Sheet of(Path logs, Runnable close) {
        String version = Optional.ofNullable(AboutSheet.class.getPackage().getImplementationVersion())
                .orElse("built from source");
        VBox text = new VBox(
                10,
                label("Vermeer shows why an image classifier answered as it did."),
                label("Version " + version + ", Java " + Runtime.version().feature() + ", JavaFX "
                        + System.getProperty("javafx.runtime.version", "")),
                label("Everything is computed on this machine; no picture and no model leaves it."),
                label("The log is in " + logs + "."));
        return new Sheet("About Vermeer", text, 480, close);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
