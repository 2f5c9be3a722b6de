package vermeer.ui.tuning.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A numbered question with what answers it. */
class Question extends VBox {

    Question(int number, String text, Node... answers) {
        getStyleClass().add("question");
        Label count = new Label(Integer.toString(number));
        count.getStyleClass().add("question-number");
        Label title = new Label(text);
        title.getStyleClass().add("question-title");
        HBox line = new HBox(8, count, title);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        getChildren().addAll(answers);
    }

    /** A line of quiet text that wraps. */
    static Label quiet(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("quiet");
        return label;
    }

    /** Shows or hides a node together with its room. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
