package vermeer.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vermeer.ui.control.Hint;

/** The line over the canvas that says what the map is a map of. */
final class MapTitleBar extends HBox {
    private static final double TARGET_SHARE = 0.45;

    private final Label method = label("method");
    private final Label of = label("quiet");
    private final Label target = label("target");
    private final Label settings = label("quiet");
    private final Label unfinished = label("unfinished");
    private final Hint targetHint = Hint.on(target);
    private final Hint settingsHint = Hint.on(settings);

    MapTitleBar(CanvasViewModel model) {
        getStyleClass().add("map-title");
        setId("map-title");
        of.setText("of");

        Hint.on(unfinished, "This map is still being computed");
        method.setMinWidth(Region.USE_PREF_SIZE);
        of.setMinWidth(Region.USE_PREF_SIZE);
        settings.setMinWidth(0);
        unfinished.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(settings, Priority.ALWAYS);
        settings.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(method, of, target, settings, unfinished);
        model.titleProperty().subscribe(title -> show(title, model));
        model.mapProperty().subscribe(map -> show(model.titleProperty().get(), model));
        model.networkViewProperty()
                .subscribe(shown -> show(model.titleProperty().get(), model));
        model.pictureProperty().subscribe(shown -> show(model.titleProperty().get(), model));
    }

    /** Leaves the class its name before the settings get what is left. */
    @Override
    protected void layoutChildren() {
        target.setMinWidth(Math.min(target.prefWidth(-1), TARGET_SHARE * getWidth()));
        super.layoutChildren();
    }

    private void show(MapTitle title, CanvasViewModel model) {
        boolean map = title != null;
        of.setVisible(map);
        of.setManaged(map);
        target.setVisible(map);
        target.setManaged(map);
        unfinished.setVisible(map && title.unfinished());
        unfinished.setManaged(unfinished.isVisible());
        if (map) {
            unfinished.setText(model.mapProperty().get() == null ? "computing" : "sharpening");
            method.setText(title.method());
            target.setText(title.target());
            targetHint.say(title.target());
            settings.setText(join(title.settings(), title.facts()));
            settingsHint.say(settings.getText());
        } else if (model.networkViewProperty().get()) {
            method.setText("As the network sees it");
            settings.setText("the very numbers that it reads, as a picture");
            settingsHint.say("");
        } else {
            method.setText(model.pictureProperty().get() == null ? "No picture" : "Picture");
            settings.setText("choose a method, or click a class, to see why");
            settingsHint.say("");
        }
    }

    private static String join(String settings, String facts) {
        return settings.isEmpty() || facts.isEmpty() ? settings + facts : settings + "  ·  " + facts;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
