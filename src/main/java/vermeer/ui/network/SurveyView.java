package vermeer.ui.network;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vermeer.image.Picture;
import vermeer.network.Survey;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Section;

/** What the chosen layer's channels answer to in a folder: their places, their means a class, and which tell two classes apart. */
final class SurveyView extends VBox {
    private static final int PATCHES = 12;
    private static final int SIDE = 92;
    private static final int SEPARATING = 8;

    private final SurveyViewModel model;
    private final VBox content = new VBox(8);
    private final FlowPane patches = new FlowPane(6, 6);
    private final Label means = new Label();
    private final ToggleButton whole = new ToggleButton("Whole pictures with the channel's map");

    SurveyView(SurveyViewModel model, NetworkViewModel network, FileChoosing files) {
        this.model = model;
        Button look = new Button("Look through a folder…");
        look.setId("survey-folder");
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(pressed ->
                files.folder().filter(chosen -> network.layer().isPresent()).ifPresent(model::look));
        patches.setId("patches");
        whole.setId("survey-whole");
        whole.getStyleClass().add(Styles.SMALL);
        whole.selectedProperty().subscribe((before, now) -> showPatches());
        means.getStyleClass().add("quiet");
        means.setWrapText(true);
        getChildren().add(new Section("What the channels answer to", new VBox(8, look, content)));
        model.surveyProperty().subscribe(this::show);
        model.channelProperty().subscribe(channel -> showPatches());
    }

    private void show(Survey survey) {
        content.getChildren().clear();
        if (survey == null) {
            Label hint = new Label(
                    "A folder with a folder of pictures for each class shows which places excite each channel,"
                            + " and which channels tell classes apart.");
            hint.setWrapText(true);
            hint.getStyleClass().add("quiet");
            content.getChildren().add(hint);
            return;
        }
        Label about = new Label(survey.readings().size() + " pictures of "
                + survey.labels().size() + " classes; "
                + survey.dead().size() + " of " + survey.channels() + " channels dead on all of them."
                + (survey.broken().isEmpty() ? "" : " " + survey.broken().size() + " pictures could not be read.")
                + (survey.whole() ? " A place of this layer also depends on the rest of its picture." : ""));
        about.setWrapText(true);
        about.getStyleClass().add("quiet");
        content.getChildren().add(about);
        if (survey.labels().size() > 1) {
            content.getChildren().add(separating(survey));
        }
        content.getChildren().addAll(channel(survey), means, whole, patches);
        showPatches();
    }

    private Node channel(Survey survey) {
        Spinner<Integer> spinner = new Spinner<>(new IntegerSpinnerValueFactory(
                0, survey.channels() - 1, model.channelProperty().get()));
        spinner.setId("survey-channel");
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        spinner.valueProperty().subscribe(value -> {
            if (value != null) {
                model.channelProperty().set(value);
            }
        });
        model.channelProperty().subscribe(value -> spinner.getValueFactory().setValue(value));
        HBox line = new HBox(8, new Label("Places that excite channel"), spinner);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node separating(Survey survey) {
        ComboBox<String> first = new ComboBox<>();
        ComboBox<String> second = new ComboBox<>();
        first.getItems().setAll(survey.labels());
        second.getItems().setAll(survey.labels());
        first.setValue(survey.labels().get(0));
        second.setValue(survey.labels().get(1));
        VBox rows = new VBox(1);
        Runnable fill = () -> rows.getChildren()
                .setAll(survey.separating(first.getValue(), second.getValue(), SEPARATING).stream()
                        .map(this::row)
                        .toList());
        first.setOnAction(chosen -> fill.run());
        second.setOnAction(chosen -> fill.run());
        fill.run();
        HBox line = new HBox(8, new Label("Channels that tell"), first, new Label("from"), second);
        line.setAlignment(Pos.CENTER_LEFT);
        rows.setId("separating");
        return new VBox(4, line, rows);
    }

    private Node row(Survey.Separation one) {
        Hyperlink link = new Hyperlink(String.format(
                Locale.ROOT,
                "channel %d · AUC %.3f · means %.3g and %.3g",
                one.channel(),
                one.auc(),
                one.first(),
                one.second()));
        link.setOnAction(pressed -> {
            link.setVisited(false);
            model.channelProperty().set(one.channel());
        });
        return link;
    }

    private void showPatches() {
        Survey survey = model.surveyProperty().get();
        patches.getChildren().clear();
        if (survey == null) {
            return;
        }
        int channel = Math.min(model.channelProperty().get(), survey.channels() - 1);
        means.setText(survey.labels().stream()
                .map(label -> label + " " + StatisticsView.number(survey.mean(channel, label)))
                .collect(Collectors.joining(" · ", "Mean: ", "")));
        List<Survey.Patch> strongest = survey.patches(channel, PATCHES);
        if (whole.isSelected()) {
            model.draw(strongest, channel, drawn -> fill(strongest, drawn));
        } else {
            model.cut(strongest, cut -> fill(strongest, cut));
        }
    }

    private void fill(List<Survey.Patch> strongest, Map<Survey.Patch, Picture> pictures) {
        patches.getChildren().clear();
        for (Survey.Patch patch : strongest) {
            Picture picture = pictures.get(patch);
            if (picture != null) {
                Label value = new Label(StatisticsView.number(patch.value()) + "  "
                        + patch.picture().label());
                value.getStyleClass().add("quiet");
                value.setMaxWidth(SIDE);
                patches.getChildren()
                        .add(new VBox(
                                2,
                                new Thumb(picture, SIDE, patch.picture().file().toString()),
                                value));
            }
        }
    }
}
