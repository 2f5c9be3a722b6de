package vermeer.ui.status;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import vermeer.ui.control.Hint;
import vermeer.ui.job.JobBar;
import vermeer.ui.job.JobViewModel;

/** The status bar with the job bar at its end. */
public final class StatusBar extends HBox {

    public StatusBar(StatusViewModel model, JobViewModel jobs) {
        getStyleClass().add("status");
        Label provider = label(MaterialDesignC.CHIP, model.providerProperty());
        provider.setId("provider");
        model.whyNotBetterProperty().subscribe(Hint.on(provider)::say);
        Label network = label(MaterialDesignG.GRAPH_OUTLINE, model.modelProperty());
        Label picture = label(MaterialDesignI.IMAGE_OUTLINE, model.pictureProperty());
        Region space = new Region();
        space.setMinWidth(0);
        HBox.setHgrow(space, Priority.ALWAYS);
        JobBar jobBar = new JobBar(jobs);
        HBox.setHgrow(jobBar, Priority.SOMETIMES);
        getChildren().addAll(provider, network, picture, space, jobBar);
    }

    private static Label label(Ikon icon, ObservableValue<String> text) {
        Label label = new Label("", new FontIcon(icon));
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.map(shown -> !shown.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        label.setMinWidth(40);
        return label;
    }
}
