package vermeer.ui.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.ui.Pictures;
import vermeer.ui.ToyServices;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.workbench.Workbench;

/** A comparison of toy networks, whose jobs run at once. */
final class ToyComparison {
    final HoldingRunner runner = new HoldingRunner();
    final Workbench workbench;
    final CompareViewModel model;

    /** @param home gets two pictures in it: red.png, and blue.png in a folder with the name of its class */
    ToyComparison(Path home) throws IOException {
        Path red = Pictures.write(Pictures.redAndBlueSquare(), home.resolve("red.png"));
        Path folder = Files.createDirectories(home.resolve("Blue_Jays"));
        Path blue = Pictures.write(Pictures.blueSquare(), folder.resolve("blue.png"));
        workbench = new Workbench(ToyServices.in(home, List.of(red, blue)), runner, new JobViewModel());
        workbench.start(List.of(), Optional.empty());
        model = new CompareViewModel(workbench);
        model.active(true);
    }

    Grid grid() {
        return model.grid().gridProperty().get();
    }

    /** How often model A was asked. */
    int passes() {
        return ((ToyNetwork) workbench.investigation().networkProperty().get()).passes();
    }

    void look(int picture) {
        workbench.strip().select(workbench.strip().items().get(picture));
    }

    List<String> columns() {
        return grid().columns().stream().map(GridColumn::title).toList();
    }

    List<String> details() {
        return grid().columns().stream()
                .map(column -> column.detailProperty().get())
                .toList();
    }
}
