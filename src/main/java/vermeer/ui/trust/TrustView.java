package vermeer.ui.trust;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.Overlay;
import vermeer.ui.workbench.Workbench;

/** The workspace Trust: the map in sight at the left; at the right what was measured of it, or all methods ranked. */
public final class TrustView extends BorderPane {
    private static final double MAP_SHARE = 0.29;

    private final ToggleGroup pages = new ToggleGroup();

    /** @param onExplain shows the workspace where the map in sight is */
    public TrustView(Workbench workbench, Runnable onExplain) {
        Trust trust = workbench.trust();
        getStyleClass().add("trust");
        getStylesheets()
                .add(TrustView.class.getResource("/vermeer/ui/trust.css").toExternalForm());
        Region measures = scrolled(new MeasuresView(trust.measures(), trust.randomisation()));
        Region ranking = scrolled(new RankingView(trust.ranking(), onExplain));
        HBox choice = new HBox(
                page("This map", "page-measures", Styles.LEFT_PILL, measures),
                page("Best for this picture", "page-ranking", Styles.RIGHT_PILL, ranking));
        choice.getStyleClass().add("pages");
        BorderPane right = new BorderPane();
        right.setTop(choice);
        right.setMinWidth(430);
        SplitPane split = new SplitPane(judged(workbench), right);
        SplitPane.setResizableWithParent(split.getItems().get(0), false);
        split.setDividerPositions(MAP_SHARE);
        setCenter(split);
        pages.selectedToggleProperty().subscribe(chosen -> {
            if (chosen != null) {
                right.setCenter((Node) chosen.getUserData());
                trust.measures().refresh();
            }
        });
        pages.selectToggle(pages.getToggles().get(0));
    }

    private ToggleButton page(String text, String id, String style, Node node) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add(style);
        button.setToggleGroup(pages);
        button.setUserData(node);
        button.setOnAction(pressed -> button.setSelected(true));
        return button;
    }

    private static Region judged(Workbench workbench) {
        MapView map = new MapView(workbench.runner());
        workbench
                .trust()
                .measures()
                .mapProperty()
                .subscribe(shown -> map.show(
                        shown,
                        each -> shown == workbench.canvas().mapProperty().get()
                                ? workbench.canvas().overlay()
                                : Overlay.suiting(each.map())));
        Label method = new Label("Judge the map of");
        method.getStyleClass().add("quiet");
        Label of = new Label("for");
        of.getStyleClass().add("quiet");
        VBox side = new VBox(
                6, method, new MethodPicker(workbench.method()), of, new ClassPicker(workbench.prediction()), map);
        workbench.method().chooseAny();
        side.getStyleClass().add("judged");
        side.setMinWidth(190);
        return scrolled(side);
    }

    private static ScrollPane scrolled(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
