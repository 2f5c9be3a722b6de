package vermeer.ui.trust;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import vermeer.ui.method.MethodEntry;
import vermeer.ui.method.MethodViewModel;

/** Chooses the method in sight, with its settings as they are. */
final class MethodPicker extends ComboBox<String> {
    private boolean following;

    MethodPicker(MethodViewModel model) {
        setId("judged-method");
        setMaxWidth(Double.MAX_VALUE);
        setPromptText("Choose a method");
        setTooltip(new Tooltip("The method whose map is judged"));
        setAccessibleText("Method");
        setCellFactory(view -> new Cell(model));
        setButtonCell(new Cell(model));
        fill(model);
        model.entries().addListener((ListChangeListener<MethodEntry>) change -> fill(model));
        model.chosenProperty().subscribe(name -> follow(name.isEmpty() ? null : name));
        valueProperty().subscribe(name -> {
            if (!following && name != null) {
                model.choose(name);
            }
        });
    }

    private void fill(MethodViewModel model) {
        following = true;
        getItems()
                .setAll(model.entries().stream()
                        .filter(entry -> entry.unavailable().isEmpty())
                        .map(MethodEntry::name)
                        .toList());
        following = false;
        String chosen = model.chosenProperty().get();
        follow(chosen.isEmpty() ? null : chosen);
    }

    private void follow(String name) {
        following = true;
        setValue(name);
        following = false;
    }

    /** A method's title. */
    private static final class Cell extends ListCell<String> {
        private final MethodViewModel model;

        Cell(MethodViewModel model) {
            this.model = model;
        }

        @Override
        protected void updateItem(String name, boolean none) {
            super.updateItem(name, none);
            setText(
                    none || name == null
                            ? "Choose a method"
                            : model.entries().stream()
                                    .filter(entry -> entry.name().equals(name))
                                    .findFirst()
                                    .map(entry -> entry.method().title())
                                    .orElse(name));
        }
    }
}
