package vermeer.ui.trust;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vermeer.trust.Agreement;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;

/** All methods for one picture, best first, the controls between them; below, how far they agree. */
final class RankingView extends VBox {
    private final RankingViewModel model;
    private final Runnable onExplain;
    private final MenuButton methods = new MenuButton();
    private final VBox rows = new VBox();
    private final VBox agreement = new VBox(8);

    /** @param onExplain shows the workspace where the map in sight is */
    RankingView(RankingViewModel model, Runnable onExplain) {
        this.model = model;
        this.onExplain = onExplain;
        getStyleClass().add("ranking");
        Label state = new Label();
        state.setId("ranking-state");
        state.setWrapText(true);
        state.textProperty().bind(model.stateProperty());
        Label problems = new Label();
        problems.getStyleClass().add("problem");
        problems.setWrapText(true);
        problems.managedProperty().bind(problems.textProperty().isNotEmpty());
        FlowPane tools = new FlowPane(8, 8, new Label("Rank"), methods, new Label("by"), measures(), startButton());
        tools.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(tools, state, rows, problems, agreement);
        model.methods().addListener((ListChangeListener<MethodTick>) change -> fillMethods());
        fillMethods();
        model.rows().addListener((ListChangeListener<RankedRow>) change -> showRows());
        model.problems().addListener((ListChangeListener<String>)
                change -> problems.setText(String.join("\n", model.problems())));
        model.agreementProperty().subscribe(this::showAgreement);
        showRows();
    }

    private ComboBox<TrustMeasure> measures() {
        ComboBox<TrustMeasure> box = new ComboBox<>();
        box.setId("ranking-measure");
        box.setAccessibleText("Measure");
        box.getItems().setAll(TrustMeasures.all());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(TrustMeasure measure) {
                return measure == null ? "" : measure.title();
            }

            @Override
            public TrustMeasure fromString(String title) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(model.measureProperty());
        Tooltip about = new Tooltip();
        about.setWrapText(true);
        about.setMaxWidth(380);
        about.textProperty().bind(model.measureProperty().map(TrustMeasure::about));
        box.setTooltip(about);
        return box;
    }

    private Button startButton() {
        Button button = new Button();
        button.setId("rank");
        button.getStyleClass().add(Styles.ACCENT);
        model.busyProperty().subscribe(busy -> {
            button.setText(busy ? "Stop" : "Rank");
            button.setOnAction(pressed -> {
                if (busy) {
                    model.cancel();
                } else {
                    model.start();
                }
            });
        });
        return button;
    }

    private void fillMethods() {
        methods.setId("ranking-methods");
        methods.getItems()
                .setAll(
                        choice("All methods", tick -> true),
                        choice("Only quick ones", MethodTick::quick),
                        choice("None", tick -> false),
                        new SeparatorMenuItem());
        model.methods().stream().filter(MethodTick::available).forEach(tick -> {
            CheckBox box = new CheckBox(tick.method().title());
            box.selectedProperty().bindBidirectional(tick.chosenProperty());
            tick.chosenProperty().subscribe(chosen -> nameMethods());
            methods.getItems().add(new CustomMenuItem(box, false));
        });
        nameMethods();
    }

    private MenuItem choice(String text, java.util.function.Predicate<MethodTick> fit) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(chosen -> model.choose(fit));
        return item;
    }

    private void nameMethods() {
        long chosen = model.methods().stream()
                .filter(tick -> tick.available() && tick.chosenProperty().get())
                .count();
        long all = model.methods().stream().filter(MethodTick::available).count();
        methods.setText(chosen == all ? "all " + all + " methods" : chosen + " of " + all + " methods");
    }

    private void showRows() {
        rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
        if (model.rows().isEmpty()) {
            Label hint =
                    new Label("Each method's map of this picture is made and judged, the quick methods first, together"
                            + " with three controls that know nothing of the model. A method below a control explains"
                            + " nothing here, by this measure.");
            hint.setWrapText(true);
            hint.getStyleClass().add("quiet");
            rows.getChildren().setAll(hint);
        }
    }

    private RankedRowView row(RankedRow row) {
        return new RankedRowView(row, () -> {
            model.open(row);
            onExplain.run();
        });
    }

    private void showAgreement(Agreement shown) {
        agreement.getChildren().clear();
        if (shown == null) {
            return;
        }
        Label title = new Label("Do they agree?");
        title.getStyleClass().add("part-title");
        Label sentence = new Label(String.format(
                Locale.ROOT,
                "The rank correlation of each pair of maps: 1 where both order the places of the picture alike, 0 where"
                        + " they have nothing in common. The disagreement, 1 minus the mean, is %.2f.",
                shown.disagreement()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(new MatrixView(shown));
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("matrix-scroll");
        scroll.setAccessibleText(shown.titles().stream().collect(Collectors.joining(", ", "Agreement of ", "")));
        agreement.getChildren().setAll(title, sentence, scroll);
    }
}
