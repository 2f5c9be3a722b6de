package vermeer.ui.notice;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Shows the notices over the window's upper right corner. */
public final class NoticePane extends VBox {
    private final Notices notices;
    private final Map<Notice, Notification> shown = new HashMap<>();

    public NoticePane(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notices");
        setAlignment(Pos.TOP_RIGHT);
        setPickOnBounds(false);
        setMaxWidth(420);
        notices.shown().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        shown.keySet().retainAll(notices.shown());
        getChildren()
                .setAll(notices.shown().stream()
                        .map(notice -> shown.computeIfAbsent(notice, this::notification))
                        .toList());
    }

    private Notification notification(Notice notice) {
        Notification notification = new Notification(notice.text(), new FontIcon(icon(notice.severity())));
        notification.getStyleClass().addAll(Styles.ELEVATED_2, style(notice.severity()));
        notification.setAccessibleRole(AccessibleRole.TEXT);
        notification.setAccessibleText(notice.text());
        notification.setOnClose(closed -> notices.dismiss(notice));
        PauseTransition stay = new PauseTransition(stay(notice.severity()));
        stay.setOnFinished(over -> notices.dismiss(notice));
        notification.hoverProperty().subscribe(hovered -> {
            if (hovered) {
                stay.stop();
            } else {
                stay.playFromStart();
            }
        });
        return notification;
    }

    private static Duration stay(Notice.Severity severity) {
        return switch (severity) {
            case INFORMATION, SUCCESS -> Duration.seconds(5);
            case WARNING -> Duration.seconds(10);
            case ERROR -> Duration.seconds(30);
        };
    }

    private static Ikon icon(Notice.Severity severity) {
        return switch (severity) {
            case INFORMATION -> MaterialDesignI.INFORMATION_OUTLINE;
            case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    private static String style(Notice.Severity severity) {
        return switch (severity) {
            case INFORMATION -> Styles.ACCENT;
            case SUCCESS -> Styles.SUCCESS;
            case WARNING -> Styles.WARNING;
            case ERROR -> Styles.DANGER;
        };
    }
}
