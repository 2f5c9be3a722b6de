package vermeer.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.intake.IntakeSheet;
import vermeer.ui.intake.IntakeViewModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.opening.OpenNetwork;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;
import vermeer.ui.zoo.ZooSheet;
import vermeer.ui.zoo.ZooViewModel;

/** Which model is asked, and what is believed of it. */
record ModelMenu(Workbench workbench, Shell shell, FileChoosing files) {

    /** @param text empty for a menu without keys of its own */
    Menu menu(String text) {
        List<MenuItem> items = new ArrayList<>();
        items.add(Menus.item("Open model…", text.isEmpty() ? "" : "Shortcut+Shift+O", () -> files.model()
                .ifPresent(this::open)));
        items.add(Menus.paths("Recent models", this::recentModels, this::open));
        items.add(Menus.paths("Samples", () -> workbench.services().samples().models(), this::open));
        items.add(Menus.item("Zoo…", "", this::showZoo));
        items.add(Menus.line());
        items.add(Menus.item("Intake check…", text.isEmpty() ? "" : "Shortcut+I", this::showIntake));
        return Menus.menu(text, items.toArray(MenuItem[]::new));
    }

    void showIntake() {
        Network network = workbench.investigation().networkProperty().get();
        if (network instanceof OpenNetwork open) {
            IntakeViewModel intake = new IntakeViewModel(
                    open,
                    workbench.investigation(),
                    workbench.opening()::onModel,
                    workbench.runner(),
                    workbench.notices());
            shell.sheets()
                    .show(close -> IntakeSheet.of(
                            intake,
                            files::classList,
                            workbench.opening()::onModel,
                            () -> workbench.canvas().networkViewProperty().set(true),
                            close));
        } else {
            workbench.notices().inform("Open a model first.");
        }
    }

    private void showZoo() {
        Services services = workbench.services();
        shell.sheets()
                .show(close -> ZooSheet.of(
                        new ZooViewModel(
                                services.zoo().get(), services.folders().models(), workbench.runner(), file -> {
                                    close.run();
                                    workbench.opening().onModel(file);
                                }),
                        network -> {
                            close.run();
                            workbench.opening().onZooNetwork(network);
                        },
                        workbench.jobs(),
                        files::model,
                        close));
    }

    private void open(Path path) {
        workbench.opening().onFiles(List.of(path));
    }

    private List<Path> recentModels() {
        return workbench.preferences().get().recentModels().stream()
                .map(Path::of)
                .toList();
    }
}
