package vermeer.ui.network;

import atlantafx.base.theme.Styles;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import vermeer.model.Layer;
import vermeer.network.Block;
import vermeer.ui.control.FileChoosing;

/** The workspace: the diagram, and at the right all about the chosen part. */
public final class NetworkView extends SplitPane {
    private static final String STYLE =
            NetworkView.class.getResource("/vermeer/ui/network.css").toExternalForm();

    private final NetworkViewModel model;

    /**
     * The workspace.
     *
     * @param survey looks through folders
     * @param files the dialogs for files
     * @param onDream makes a picture for a channel of a layer
     */
    public NetworkView(
            NetworkViewModel model, SurveyViewModel survey, FileChoosing files, BiConsumer<Layer, Integer> onDream) {
        this.model = model;
        getStyleClass().add("network");
        getStylesheets().add(STYLE);
        ScrollPane details = new ScrollPane(new BlockDetails(model, survey, files, onDream));
        details.setFitToWidth(true);
        details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(details);
        side.getStyleClass().add("side");
        side.setMinWidth(300);
        side.setPrefWidth(470);
        getItems().addAll(map(), side);
        SplitPane.setResizableWithParent(side, false);
        setDividerPositions(0.56);
        model.watch();
    }

    private BorderPane map() {
        DiagramPane diagram = new DiagramPane(model);
        HBox zoom = new HBox(
                button(MaterialDesignM.MINUS, "Zoom out", () -> diagram.zoom(0.8)),
                button(MaterialDesignP.PLUS, "Zoom in", () -> diagram.zoom(1.25)),
                button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Show the whole network", diagram::fit),
                button(MaterialDesignF.FORMAT_VERTICAL_ALIGN_TOP, "Go to the top", diagram::home));
        zoom.getStyleClass().add("zoom-controls");
        zoom.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(zoom, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(zoom, new javafx.geometry.Insets(12));
        BorderPane map = new BorderPane(new StackPane(diagram, zoom));
        map.setTop(top());
        return map;
    }

    private HBox top() {
        Label totals = new Label();
        totals.getStyleClass().add("network-title");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(totals.textProperty());
        totals.setTooltip(whole);
        model.architectureProperty().subscribe(architecture -> {
            Block root = architecture == null ? null : architecture.root();
            totals.setText(root == null ? "Open a network first." : root.nodes() + " nodes, " + BlockBox.cost(root));
        });
        TextField search = new TextField();
        search.setId("network-search");
        search.setPromptText("Find a layer or operator");
        search.setPrefWidth(200);
        search.setMinWidth(165);
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnAction(entered -> model.goToFound());
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(10, totals, space, search);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("network-top");
        return top;
    }

    private static Button button(Ikon icon, String tooltip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
