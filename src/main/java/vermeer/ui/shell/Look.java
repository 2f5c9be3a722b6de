package vermeer.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Parent;
import vermeer.ui.preference.ThemeChoice;

/** Dresses the window: AtlantaFX's Primer, light or dark, and Vermeer's own few rules. */
final class Look {
    private static final String OWN =
            Look.class.getResource("/vermeer/ui/vermeer.css").toExternalForm();

    private Look() {}

    static void apply(ThemeChoice theme, Parent root) {
        Application.setUserAgentStylesheet(
                theme == ThemeChoice.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        if (!root.getStylesheets().contains(OWN)) {
            root.getStylesheets().add(OWN);
        }
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(theme == ThemeChoice.DARK ? "dark" : "light");
    }
}
