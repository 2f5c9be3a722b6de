package vermeer.ui.tuning.data;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import vermeer.data.balance.Balance;
import vermeer.data.decision.Prepared;

/** What can be done with a class: leave it out, or take it together with another. */
final class ClassMenu extends Button {
    private static final int MOST_OFFERED = 40;

    ClassMenu(DataViewModel model, Prepared prepared, String name) {
        super("", new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "class-menu");
        setAccessibleText("What to do with " + name);
        MenuItem leaveOut = new MenuItem("Leave this class out");
        leaveOut.setOnAction(chosen -> model.decide(decisions -> {
            Set<String> ignored = new HashSet<>(decisions.balance().ignored());
            ignored.addAll(originals(prepared, name));
            return decisions.withBalance(
                    decisions.balance().withClasses(decisions.balance().merged(), ignored));
        }));
        Menu merge = new Menu("Take together with");
        prepared.dataset().classes().stream()
                .filter(other -> !other.equals(name))
                .limit(MOST_OFFERED)
                .forEach(other -> merge.getItems().add(mergeWith(model, prepared, name, other)));
        merge.setDisable(merge.getItems().isEmpty());
        ContextMenu menu = new ContextMenu(leaveOut, merge);
        setOnAction(pressed -> menu.show(this, Side.BOTTOM, 0, 0));
    }

    private static MenuItem mergeWith(DataViewModel model, Prepared prepared, String name, String other) {
        MenuItem item = new MenuItem(other);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> model.decide(decisions -> {
            Balance balance = decisions.balance();
            Map<String, String> merged = new HashMap<>(balance.merged());
            String together = other + " or " + name;
            originals(prepared, name).forEach(original -> merged.put(original, together));
            originals(prepared, other).forEach(original -> merged.put(original, together));
            return decisions.withBalance(balance.withClasses(merged, balance.ignored()));
        }));
        return item;
    }

    /** The classes of the folder that a class now stands for. */
    private static Set<String> originals(Prepared prepared, String name) {
        Set<String> originals = new HashSet<>();
        Map<String, String> merged = prepared.decisions().balance().merged();
        merged.forEach((original, together) -> {
            if (together.equals(name)) {
                originals.add(original);
            }
        });
        if (originals.isEmpty()) {
            originals.add(name);
        }
        return originals;
    }
}
