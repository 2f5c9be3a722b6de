package vermeer.ui.live;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import vermeer.camera.Camera;
import vermeer.ui.control.FileChoosing;

/** Above the picture: what is followed, and whether it stands still. */
final class LiveControls extends HBox {
    private final LiveViewModel model;

    /** @param present shows the picture on the whole screen */
    LiveControls(LiveViewModel model, FileChoosing files, Runnable present) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("map-title");
        getChildren().addAll(cameras(), video(files), folder(files), mirror(), freeze(), status(), fullScreen(present));
    }

    /** Cameras are looked for when they are asked for; until then no worker runs. */
    private MenuButton cameras() {
        MenuButton cameras = new MenuButton("Camera", new FontIcon(MaterialDesignV.VIDEO_OUTLINE));
        cameras.setId("live-camera");
        cameras.setMinWidth(USE_PREF_SIZE);
        MenuItem search = new MenuItem("Look for cameras");
        search.setOnAction(pressed -> model.findCameras());
        cameras.getItems().add(search);
        model.cameras().subscribe(() -> {
            cameras.getItems().setAll(model.cameras().stream().map(this::item).toList());
            cameras.getItems().add(search);
            if (!model.cameras().isEmpty() && getScene() != null) {
                cameras.show();
            }
        });
        return cameras;
    }

    private MenuItem item(Camera camera) {
        MenuItem item = new MenuItem(camera.name());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> model.watch(camera));
        return item;
    }

    private Button video(FileChoosing files) {
        Button video = new Button("Video…");
        video.setId("live-video");
        video.setMinWidth(USE_PREF_SIZE);
        video.setTooltip(new Tooltip("Play a video file"));
        video.setOnAction(pressed -> files.video().ifPresent(model::play));
        return video;
    }

    private Button folder(FileChoosing files) {
        Button folder = new Button("Folder…");
        folder.setId("live-folder");
        folder.setMinWidth(USE_PREF_SIZE);
        folder.setTooltip(new Tooltip("Follow a folder that pictures are written to"));
        folder.setOnAction(pressed -> files.folder().ifPresent(model::follow));
        return folder;
    }

    private ToggleButton mirror() {
        ToggleButton mirror = new ToggleButton("Mirror");
        mirror.setId("live-mirror");
        mirror.setMinWidth(USE_PREF_SIZE);
        mirror.setTooltip(new Tooltip("Exchange left and right, for you and for the network"));
        mirror.selectedProperty().bindBidirectional(model.mirroredProperty());
        mirror.disableProperty()
                .bind(model.sourceProperty().map(at -> !at.moving()).orElse(true));
        return mirror;
    }

    private ToggleButton freeze() {
        ToggleButton freeze = new ToggleButton("Freeze", new FontIcon(MaterialDesignP.PAUSE));
        freeze.setId("live-freeze");
        freeze.setMinWidth(USE_PREF_SIZE);
        freeze.setTooltip(new Tooltip("Keep the picture in sight (Space)"));
        freeze.selectedProperty().bindBidirectional(model.frozenProperty());
        freeze.disableProperty().bind(model.sourceProperty().isNull());
        return freeze;
    }

    private Label status() {
        Label status = new Label();
        status.setId("live-status");
        status.setWrapText(true);
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.textProperty().bind(model.statusProperty());
        return status;
    }

    private Button fullScreen(Runnable present) {
        Button full = new Button("", new FontIcon(MaterialDesignF.FULLSCREEN));
        full.setId("live-full-screen");
        full.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        full.setTooltip(new Tooltip("Full screen; Esc ends it"));
        full.setAccessibleText("Full screen");
        full.setOnAction(pressed -> present.run());
        return full;
    }
}
