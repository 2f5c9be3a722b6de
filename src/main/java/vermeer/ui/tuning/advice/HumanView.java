package vermeer.ui.tuning.advice;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vermeer.advice.HumanLevel;
import vermeer.ui.control.FxImage;

/** How often people err: entered, or measured by a short labelling game right here. */
final class HumanView extends VBox {
    private static final int MANY_CLASSES = 16;

    private final AdviceViewModel model;
    private final VBox asking = new VBox(6);
    private final VBox playing = new VBox(8);
    private final Label question = new Label();
    private final VBox answers = new VBox();

    HumanView(AdviceViewModel model) {
        super(8);
        this.model = model;
        Label title = new Label("How often do people err?");
        title.getStyleClass().add("part-title");
        asking();
        playing();
        getChildren().addAll(title, asking, playing);
        model.gameProperty().subscribe(game -> {
            shown(asking, game == null);
            shown(playing, game != null);
            if (game != null) {
                answers.getChildren().setAll(guesses());
            }
        });
    }

    private void asking() {
        Label why = new Label(
                "The best people stand for the best possible error. Without a number they are taken to make no"
                        + " mistakes.");
        why.setWrapText(true);
        why.getStyleClass().add("quiet");
        TextField percent = new TextField();
        percent.setId("human-error");
        percent.setPrefColumnCount(5);
        percent.setPromptText("1.5");
        percent.setAccessibleText("Error of people in percent");
        percent.setOnAction(entered -> model.enterHuman(percent.getText()));
        percent.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                model.enterHuman(percent.getText());
            }
        });
        Button play = new Button("Measure it: label " + LabellingGame.PHOTOS + " photos");
        play.setId("play");
        play.setTooltip(new Tooltip("Label photos that the network was judged on, without seeing their labels"));
        play.setOnAction(pressed -> model.play());
        HBox line = new HBox(8, percent, new Label("%   or"), play);
        line.setAlignment(Pos.CENTER_LEFT);
        Label source = new Label();
        source.setId("human-source");
        source.getStyleClass().add("quiet");
        source.setWrapText(true);
        model.humanProperty().subscribe(level -> source.setText(words(level)));
        Label problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        model.humanProblemProperty().subscribe(text -> {
            problem.setText(text);
            shown(problem, !text.isEmpty());
        });
        asking.getChildren().addAll(why, line, problem, source);
    }

    private static String words(HumanLevel level) {
        return level.equals(HumanLevel.assumed())
                ? "None is given yet."
                : "People err in " + level.error().percent() + ", " + level.source() + ".";
    }

    private void playing() {
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        view.setFitWidth(300);
        view.setFitHeight(220);
        Button stop = new Button("Stop");
        stop.setOnAction(pressed -> model.stopGame());
        model.photoProperty().subscribe(photo -> {
            view.setImage(photo == null ? null : FxImage.image(photo));
            question.setText(model.gameText());
        });
        question.setId("game-question");
        playing.getChildren().addAll(question, view, answers, stop);
        playing.setMinHeight(300);
    }

    private Node guesses() {
        if (model.classes().size() > MANY_CLASSES) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(model.classes());
            box.setPromptText("Choose the class");
            box.setOnAction(chosen -> {
                int index = box.getSelectionModel().getSelectedIndex();
                if (index >= 0) {
                    model.guess(index);
                }
            });
            // the same class may be right for the next photo
            model.photoProperty().subscribe(next -> box.getSelectionModel().clearSelection());
            return box;
        }
        FlowPane buttons = new FlowPane(6, 6);
        for (int label = 0; label < model.classes().size(); label++) {
            int guess = label;
            Button button = new Button(model.classes().get(label));
            button.setId("guess-" + label);
            button.setOnAction(pressed -> model.guess(guess));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
