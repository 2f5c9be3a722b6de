package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.attribution.AttributionMethod;
import vermeer.image.Overlay;
import vermeer.model.Target;
import vermeer.ui.canvas.MapColouring;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Saving;
import vermeer.ui.strip.StripItem;
import vermeer.ui.strip.StripViewModel;
import vermeer.ui.workbench.Workbench;

/** What is compared: which methods are the rows, what the columns are, and the grid that follows. */
public final class CompareViewModel {
    private static final List<String> FIRST_METHODS =
            List.of("grad-cam", "gradient", "integrated-gradients", "occlusion");

    private final Workbench workbench;
    private final Investigation investigation;
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(Axis.CLASSES);
    private final ObservableList<String> methods = FXCollections.observableArrayList();
    private final ClassColumns classes = new ClassColumns();
    private final PictureColumns pictures = new PictureColumns();
    private final SecondModel second;
    private final Survey survey;
    private final GridViewModel grid;
    private final GridColouring colouring;
    private final CurtainViewModel curtain = new CurtainViewModel();
    private boolean active;
    private Runnable awaited = () -> {};

    public CompareViewModel(Workbench workbench) {
        this.workbench = workbench;
        investigation = workbench.investigation();
        colouring = new GridColouring(workbench.runner(), workbench.preferences(), workbench.notices());
        grid = new GridViewModel(investigation.sideline(), answers(), colouring);
        second =
                new SecondModel(investigation, workbench.opening(), answers(), workbench.runner(), workbench.notices());
        survey = new Survey(answers(), workbench.notices());
        FIRST_METHODS.stream().filter(name -> find(name).isPresent()).forEach(methods::add);
        List.<Observable>of(
                        axis,
                        methods,
                        classes.ranks(),
                        classes.others(),
                        classes.contrastProperty(),
                        pictures.chosen(),
                        pictures.sameClassProperty(),
                        second.answerProperty(),
                        investigation.targetProperty(),
                        investigation.predictionProperty(),
                        workbench.method().entries())
                .forEach(changing -> changing.addListener(changed -> rebuild()));
        investigation.networkProperty().subscribe(network -> survey.clear());
        second.networkProperty().subscribe(network -> survey.clear());
        // the target is what an answer brings last
        investigation.targetProperty().subscribe(target -> awaited.run());
        grid.gridProperty().subscribe(now -> curtain.follow(now.cells()));
        workbench.jobs().onCancel(this::cancel);
    }

    private Answers answers() {
        return new Answers(workbench.services().decoder(), workbench.runner());
    }

    /** Whether anybody looks; nothing is computed while nobody does. */
    public void active(boolean now) {
        active = now;
        second.active(now);
        if (now) {
            rebuild();
        } else {
            grid.pause();
            survey.stop();
        }
    }

    /** Stops everything. */
    public void cancel() {
        if (active) {
            grid.stop();
            survey.stop();
        }
    }

    private void rebuild() {
        if (!active) {
            return;
        }
        boolean answered = investigation.predictionProperty().get() != null
                && investigation.targetProperty().get() != null;
        if (axis.get() != Axis.PICTURES && !answered) {
            grid.pause();
            return;
        }
        grid.show(methods(), questions());
    }

    private List<AttributionMethod> methods() {
        return workbench.method().entries().stream()
                .filter(entry -> methods.contains(entry.name()))
                .map(entry -> entry.method())
                .toList();
    }

    private List<GridColumn.Question> questions() {
        Network network = investigation.networkProperty().get();
        StripViewModel strip = workbench.strip();
        return switch (axis.get()) {
            case CLASSES -> classes.of(investigation.predictionProperty().get());
            case PICTURES -> {
                pictures.follow(strip.items(), strip.selectedProperty().get());
                yield network == null
                        ? List.of()
                        : pictures.of(
                                network,
                                Optional.ofNullable(
                                        investigation.targetProperty().get()));
            }
            case MODELS ->
                modelColumns(
                        investigation.predictionProperty().get(),
                        investigation.targetProperty().get());
        };
    }

    private List<GridColumn.Question> modelColumns(Prediction first, Target target) {
        List<GridColumn.Question> columns = new ArrayList<>();
        columns.add(modelColumn("A", first, target.name(), Explained.always(target)));
        Prediction other = second.answerProperty().get();
        if (other != null) {
            Explained aligned = second.target(target);
            columns.add(modelColumn("B", other, target.name(), prediction -> aligned));
            if (aligned.target().filter(other.best().target()::equals).isEmpty()) {
                columns.add(modelColumn("B", other, "its own answer", Explained.answer()));
            }
        }
        return columns;
    }

    private static GridColumn.Question modelColumn(
            String letter, Prediction prediction, String role, Explained.Choice choice) {
        String title = letter + "  " + prediction.network().model().name();
        String id = String.join(
                "\n",
                "model",
                letter,
                prediction.network().key(),
                prediction.picture().file().toString(),
                Long.toString(prediction.picture().checksum()),
                role);
        String shown = choice.apply(prediction).target().map(Target::name).orElse(role);
        return new GridColumn.Question(
                id,
                title,
                role.equals("its own answer") ? role + ": " + shown : shown,
                prediction.picture().file(),
                prediction.network(),
                Optional.of(prediction),
                choice);
    }

    /** Adds a method's row or takes it away; rows stay in the palette's order, and one stays. */
    public void toggleMethod(String name) {
        if (!methods.contains(name)) {
            methods.add(name);
        } else if (methods.size() > 1) {
            methods.remove(name);
        }
    }

    /** Makes these methods the rows; without any, the rows stay. */
    public void chooseMethods(Set<String> names) {
        if (!names.isEmpty()) {
            methods.setAll(names);
        }
    }

    /** Says which class the picture at hand shows; empty where nobody knows. */
    public void truth(Optional<Prediction.ClassScore> truth) {
        Prediction prediction = investigation.predictionProperty().get();
        if (prediction != null) {
            classes.truth(prediction.picture().file(), truth);
            rebuild();
        }
    }

    /** Asks both models about all pictures of the strip. */
    public void surveyAll() {
        if (second.alignmentProperty().get() != null) {
            survey.start(
                    workbench.strip().items().stream().map(StripItem::file).toList(),
                    investigation.networkProperty().get(),
                    second.networkProperty().get(),
                    second.alignmentProperty().get());
        }
    }

    /** Looks at a picture of the strip. */
    public void look(Path file) {
        workbench.strip().items().stream()
                .filter(item -> item.file().equals(file))
                .findFirst()
                .ifPresent(workbench.strip()::select);
    }

    /** Explains what a cell shows in the window's own workspace, by looking at its picture and asking its model. */
    public void explain(GridCell cell) {
        GridColumn column = cell.column();
        Explained explained = column.explainedProperty().get();
        if (explained == null || explained.target().isEmpty()) {
            return;
        }
        boolean possible =
                cell.method().unavailable(column.question().network().model()).isEmpty();
        Target target = explained.target().get();
        Path file = column.question().file();
        awaited = () -> {
            Prediction prediction = investigation.predictionProperty().get();
            boolean there = prediction != null
                    && investigation.targetProperty().get() != null
                    && prediction.picture().file().equals(file)
                    && prediction
                            .network()
                            .key()
                            .equals(column.question().network().key());
            if (there) {
                awaited = () -> {};
                investigation.explain(target);
                if (possible) {
                    investigation.explainBy(cell.method());
                }
            }
        };
        if (column.question().network() == second.networkProperty().get()) {
            second.swap();
        }
        OpenPicture shown = investigation.pictureProperty().get();
        if (shown == null || !shown.file().equals(file)) {
            look(file);
        }
        awaited.run();
    }

    /** Writes the grid as one picture, with everything that is said of it. */
    public void writePng(Path file) {
        List<ShownMap> maps = grid.maps();
        if (maps.isEmpty()) {
            workbench.notices().inform("There is no finished map yet.");
            return;
        }
        GridFigure figure = new GridFigure(
                grid.gridProperty().get(),
                map -> overlay(map, maps),
                grid.scaleProperty().get());
        new Saving(workbench.runner(), workbench.notices())
                .save(file, (path, progress) -> figure.draw().writePng(path));
    }

    /** A name for the grid's file, without its ending. */
    public String fileName() {
        Prediction prediction = investigation.predictionProperty().get();
        String picture =
                prediction == null ? "grid" : prediction.picture().name().replaceAll("\\.[^.]*$", "");
        return axis.get() == Axis.PICTURES ? "pictures_grid" : picture.replaceAll("[^\\p{L}\\p{N}.-]+", "-") + "_grid";
    }

    private Overlay overlay(ShownMap map, List<ShownMap> all) {
        MapColouring by = colouring.colouring(map, grid.scaleProperty().get(), all);
        return new Overlay(
                by.colours(), by.scale(), workbench.canvas().opacityProperty().get(), true);
    }

    private Optional<String> find(String method) {
        return workbench.method().entries().stream()
                .map(entry -> entry.name())
                .filter(method::equals)
                .findFirst();
    }

    public ObjectProperty<Axis> axisProperty() {
        return axis;
    }

    /** The names of the methods that have a row. */
    public ObservableList<String> chosenMethods() {
        return methods;
    }

    public ClassColumns classes() {
        return classes;
    }

    public PictureColumns pictures() {
        return pictures;
    }

    public SecondModel second() {
        return second;
    }

    public Survey survey() {
        return survey;
    }

    public GridViewModel grid() {
        return grid;
    }

    public CurtainViewModel curtain() {
        return curtain;
    }

    Workbench workbench() {
        return workbench;
    }
}
