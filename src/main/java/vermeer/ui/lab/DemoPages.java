package vermeer.ui.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;

/** What the demonstration shows, a page each; every page follows the model. */
final class DemoPages {
    private static final String WAITING = "Fool the network to see this.";

    private DemoPages() {}

    /** Picture + noise = result. */
    static Node sum(AttackViewModel model) {
        PicturePanel original = new PicturePanel("demo-original", "Original");
        PicturePanel noise = new PicturePanel("demo-noise-picture", "Noise");
        PicturePanel result = new PicturePanel("demo-result", "Result");
        model.lab().investigation().predictionProperty().subscribe(answer -> showOriginal(original, answer));
        model.resultProperty().subscribe(fooled -> {
            noise.title("Noise");
            if (fooled == null) {
                noise.empty(WAITING);
                result.empty(WAITING);
                return;
            }
            double factor = fooled.noise().factor();
            String times = factor < 1 ? "½" : String.format(Locale.ROOT, "%.0f", factor);
            noise.title("Noise × " + times);
            noise.show(fooled.noise().picture());
            noise.note(String.format(
                    Locale.ROOT,
                    "Amplified %s times around grey; the largest change is %.0f of 255 levels. What the network does"
                            + " not see stays as it is.",
                    times,
                    fooled.result().size().lInf()));
        });
        model.mixedProperty().subscribe(answer -> {
            if (answer != null && model.resultProperty().get() != null) {
                result.show(answer.picture().picture());
                result.answer(
                        answer, model.resultProperty().get().result().goal().label());
            }
        });
        return row(original, sign("+"), noise, sign("="), result);
    }

    /** Before and after, with a curtain between. */
    static Node curtain(AttackViewModel model) {
        CurtainView curtain = new CurtainView();
        TopFive before = new TopFive();
        TopFive after = new TopFive();
        HBox answers = new HBox(24, before, after);
        HBox.setHgrow(before, Priority.ALWAYS);
        HBox.setHgrow(after, Priority.ALWAYS);
        before.setPrefWidth(200);
        after.setPrefWidth(200);
        model.mixedProperty().subscribe(answer -> {
            Fooled fooled = model.resultProperty().get();
            if (answer == null || fooled == null) {
                curtain.show((Picture) null);
                before.show(null, -1);
                after.show(null, -1);
                return;
            }
            int label = fooled.result().goal().label();
            curtain.show(fooled.result().original(), answer.picture().picture());
            before.show(fooled.before(), label);
            after.show(answer, label);
        });
        VBox page = new VBox(10, curtain, answers);
        VBox.setVgrow(curtain, Priority.ALWAYS);
        page.getStyleClass().add("demo-page");
        return page;
    }

    /** Maps of both answers. */
    static Node maps(AttackViewModel model, BooleanSupplier shown) {
        PicturePanel before = new PicturePanel("demo-map-before", "Before");
        PicturePanel after = new PicturePanel("demo-map-after", "After");
        List.of(before, after).forEach(panel -> panel.getStyleClass().add("with-map"));
        model.resultProperty().subscribe(fooled -> {
            if (fooled != null && shown.getAsBoolean()) {
                model.explain();
            }
        });
        model.mapsProperty().subscribe(maps -> {
            showMap(before, "Before", maps.before(), model.resultProperty().get());
            showMap(after, "After", maps.after(), model.resultProperty().get());
        });
        return row(before, after);
    }

    /** The attack beside noise of the same size. */
    static Node random(AttackViewModel model) {
        PicturePanel attacked = new PicturePanel("demo-attacked", "With the attack's noise");
        PicturePanel random = new PicturePanel("demo-random-noise", "With random noise of the same size");
        model.resultProperty().subscribe(fooled -> {
            if (fooled == null) {
                attacked.empty(WAITING);
                random.empty(WAITING);
                return;
            }
            int label = fooled.result().goal().label();
            attacked.show(fooled.after().picture().picture());
            attacked.answer(fooled.after(), label);
            attacked.note(AttackViewModel.summary(fooled));
            random.show(fooled.random().picture().picture());
            random.answer(fooled.random(), label);
            random.note("The same changes at the same pixels, each up or down by chance.");
        });
        return row(attacked, random);
    }

    private static void showOriginal(PicturePanel panel, Prediction answer) {
        if (answer == null) {
            panel.empty("Open a picture.");
            return;
        }
        panel.show(answer.picture().picture());
        panel.answer(answer, answer.best().index());
    }

    private static void showMap(PicturePanel panel, String title, Optional<ShownMap> map, Fooled fooled) {
        if (map.isEmpty()) {
            panel.title(title);
            panel.empty(fooled == null ? WAITING : "Computing the map…");
            return;
        }
        ShownMap shown = map.get();
        Picture picture = shown.prediction().picture().picture();
        Overlay overlay = Overlay.suiting(shown.map());
        int[] pixels = overlay.draw(picture, shown.map());
        panel.title(title + ": " + shown.target().name());
        panel.show(FxImage.image(picture.width(), picture.height(), pixels));
        panel.legend(ColourBar.of(overlay, shown.map()));
        String settings = shown.settings();
        panel.note(shown.method().title() + (settings.isEmpty() ? "" : ", " + settings) + ". "
                + ColourBar.of(overlay, shown.map()).text());
        if (fooled != null) {
            panel.answer(shown.prediction(), fooled.result().goal().label());
        }
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("sign");
        sign.setMinWidth(Label.USE_PREF_SIZE);
        return sign;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(10, nodes);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("demo-page");
        for (Node node : nodes) {
            if (node instanceof PicturePanel) {
                HBox.setHgrow(node, Priority.ALWAYS);
            }
        }
        return row;
    }
}
