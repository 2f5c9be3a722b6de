package vermeer.ui.control;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A dialog inside the window: a title, a body that scrolls, buttons; Esc closes it. */
public final class Sheet extends VBox {
    private final HBox buttons = new HBox(8);
    private final Button cross;

    /**
     * Creates a sheet.
     *
     * @param title its heading
     * @param body what it holds
     * @param width as wide as the window lets it be
     * @param close takes it away
     */
    public Sheet(String title, Node body, double width, Runnable close) {
        getStyleClass().add("vermeer-sheet");
        setPrefWidth(width);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        cross = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        cross.setId("close-sheet");
        cross.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Hint.on(cross, "Close (Esc)");
        cross.setAccessibleText("Close");
        cross.setOnAction(pressed -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(8, heading, space, cross);
        top.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new Body(body, width);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sheet-body");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.setVisible(false);
        getChildren().addAll(top, scroll, buttons);
    }

    /** Adds a node to the line of buttons at the bottom. */
    public Sheet with(Node button) {
        buttons.getChildren().add(button);
        buttons.setVisible(true);
        return this;
    }

    void focusFirst() {
        cross.requestFocus();
    }

    /** As high as what it holds is at the width it gets; a plain scroll pane asks before texts wrap, and hides the last lines. */
    private static final class Body extends ScrollPane {
        private final double usual;

        Body(Node content, double usual) {
            super(content);
            this.usual = usual;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            Insets edges = getInsets();
            double inside = (width < 0 ? usual : width) - edges.getLeft() - edges.getRight();
            return edges.getTop() + Math.ceil(getContent().prefHeight(inside)) + edges.getBottom();
        }
    }
}
