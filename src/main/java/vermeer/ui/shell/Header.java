package vermeer.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import vermeer.ui.control.Hint;
import vermeer.ui.workbench.Workbench;

/** The line at the top: menus, the model, and what is needed often. */
final class Header extends HBox {

    Header(Commands commands, Workbench workbench, Shell shell) {
        getStyleClass().add("header");
        MenuBar menus =
                Menus.bar(commands.fileMenu(), commands.modelMenu("Model"), commands.viewMenu(), commands.helpMenu());
        menus.setMinWidth(USE_PREF_SIZE);
        Region left = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren()
                .addAll(
                        menus,
                        left,
                        modelChip(commands, workbench),
                        notes(shell),
                        button(
                                "intake",
                                MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                                "What Vermeer believes about this model (Ctrl+I)",
                                commands::showIntake),
                        button(
                                "theme",
                                MaterialDesignT.THEME_LIGHT_DARK,
                                "Light or dark (Ctrl+T)",
                                commands::switchTheme),
                        button("help", MaterialDesignH.HELP_CIRCLE_OUTLINE, "Keys (F1)", commands::showKeys));
    }

    private static ToggleButton notes(Shell shell) {
        ToggleButton button = new ToggleButton("", new FontIcon(MaterialDesignN.NOTE_TEXT_OUTLINE));
        button.setId("notes");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Hint.on(button, "Notes and the maps asked for (Ctrl+J)");
        button.setAccessibleText("Notes and the maps asked for (Ctrl+J)");
        button.setMinWidth(USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(shell.notesShownProperty());
        return button;
    }

    private static MenuButton modelChip(Commands commands, Workbench workbench) {
        MenuButton chip = new MenuButton("Open a model", new FontIcon(MaterialDesignG.GRAPH_OUTLINE));
        chip.setId("model-chip");
        chip.getStyleClass().addAll("model-chip", Styles.FLAT);
        chip.setMaxWidth(300);
        chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        chip.setMnemonicParsing(false);
        Hint.on(chip, "The model that is asked; choose another one");
        Menu menu = commands.modelMenu("");
        chip.getItems().setAll(menu.getItems());
        workbench
                .investigation()
                .networkProperty()
                .subscribe(network -> chip.setText(
                        network == null ? "Open a model" : network.model().name()));
        return chip;
    }

    private static Button button(String id, Ikon icon, String tooltip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Hint.on(button, tooltip);
        button.setAccessibleText(tooltip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
