package vermeer.ui.lab;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import vermeer.ui.control.Segments;

/** The result for an audience: the sum of picture and noise, the curtain, the maps, or noise of the same size. */
final class DemoView extends BorderPane {
    /** What is shown. */
    enum Page {
        SUM("Noise", "The picture, the noise amplified, and what the network makes of their sum"),
        CURTAIN("Curtain", "Before and after, one behind the other"),
        MAPS("Maps", "What the network looked at before and after"),
        RANDOM("Random noise", "The same changes with random signs: noise of the same size");

        private final String title;
        private final String help;

        Page(String title, String help) {
            this.title = title;
            this.help = help;
        }
    }

    private final AttackViewModel model;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.SUM);
    private final Map<Page, Node> made = new EnumMap<>(Page.class);
    private final StackPane stage = new StackPane();

    /** @param actions at the right end of the line of pages */
    DemoView(AttackViewModel model, Node... actions) {
        this.model = model;
        getStyleClass().add("demo");
        HBox pages = pages();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(6, pages, space);
        line.getChildren().addAll(actions);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("demo-line");
        setTop(line);
        setCenter(stage);
        setBottom(strength());
        page.subscribe(this::show);
    }

    private Segments<Page> pages() {
        List<Page> all = List.of(Page.values());
        return new Segments<>(
                        page,
                        all,
                        each -> each.title,
                        each -> "demo-" + each.name().toLowerCase(Locale.ROOT))
                .helped(all, each -> each.help);
    }

    private void show(Page shown) {
        stage.getChildren().setAll(made.computeIfAbsent(shown, this::make));
        if (shown == Page.MAPS) {
            model.explain();
        }
    }

    private Node make(Page shown) {
        return switch (shown) {
            case SUM -> DemoPages.sum(model);
            case CURTAIN -> DemoPages.curtain(model);
            case MAPS -> DemoPages.maps(model, () -> page.get() == Page.MAPS);
            case RANDOM -> DemoPages.random(model);
        };
    }

    private HBox strength() {
        Slider slider = new Slider(0, 1, 1);
        slider.setId("noise-strength");
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText("How much of the noise is on the picture");
        slider.valueProperty().bindBidirectional(model.strengthProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label share = new Label();
        share.setMinWidth(44);
        share.textProperty().bind(model.strengthProperty().map(value -> Math.round(100 * value.doubleValue()) + " %"));
        Label none = new Label("No noise");
        Label all = new Label("Full noise");
        none.setMinWidth(USE_PREF_SIZE);
        all.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(10, none, slider, all, share);
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("strength-line");
        line.disableProperty().bind(model.resultProperty().isNull());
        return line;
    }
}
