package vermeer.ui.session;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;
import vermeer.ui.control.Sheet;

/** Asks what a report shall hold, and where it goes. */
public final class ReportSheet {
    private static final double WIDTH = 560;

    private ReportSheet() {}

    public static Sheet of(ReportViewModel model, SessionPaths paths, Runnable close) {
        TextField title = new TextField(model.title());
        title.setId("report-title");
        title.setAccessibleText("Title");
        Label content = wrapped(model.content());
        CheckBox html = new CheckBox("HTML, one file that any browser opens");
        html.setId("report-html");
        html.setSelected(true);
        CheckBox pdf = new CheckBox("PDF, for paper and mail");
        pdf.setId("report-pdf");
        pdf.setSelected(true);
        Map<TrustMeasure, CheckBox> measures = new LinkedHashMap<>();
        FlowPane ticks = new FlowPane(14, 8);
        for (TrustMeasure measure : TrustMeasures.all()) {
            CheckBox box = new CheckBox(measure.title());
            box.setId("report-" + measure.name());
            Tooltip about = new Tooltip(measure.about());
            about.setWrapText(true);
            about.setMaxWidth(380);
            box.setTooltip(about);
            measures.put(measure, box);
            ticks.getChildren().add(box);
        }
        CheckBox randomisation = new CheckBox("Model randomisation: does the method depend on the network at all?");
        randomisation.setId("report-randomisation");
        randomisation.setWrapText(true);
        randomisation.setDisable(!model.canRandomise());
        Label cost = wrapped(model.randomisationCost());
        cost.setId("report-randomisation-cost");
        cost.getStyleClass().add("hint-text");
        VBox body = new VBox(
                8,
                heading("Title"),
                title,
                content,
                heading("Also judge the maps that were not judged yet by (takes time)"),
                ticks,
                randomisation,
                cost,
                heading("Written as"),
                html,
                pdf);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(pressed -> close.run());
        Button write = new Button("Write…");
        write.setId("write-report");
        write.getStyleClass().add(Styles.ACCENT);
        write.disableProperty()
                .bind(html.selectedProperty().or(pdf.selectedProperty()).not());
        write.setOnAction(pressed -> {
            List<TrustMeasure> chosen = new ArrayList<>();
            measures.forEach((measure, box) -> {
                if (box.isSelected()) {
                    chosen.add(measure);
                }
            });
            files(paths, html.isSelected(), pdf.isSelected()).ifPresent(files -> {
                close.run();
                model.write(new ReportRequest(title.getText(), chosen, randomisation.isSelected(), files));
            });
        });
        return new Sheet("Report", body, WIDTH, close).with(cancel).with(write);
    }

    /** One name is asked for; the PDF lies beside the HTML file. */
    private static Optional<List<Path>> files(SessionPaths paths, boolean html, boolean pdf) {
        return paths.toWrite("report", "report", html ? "html" : "pdf").map(file -> {
            List<Path> files = new ArrayList<>(List.of(file));
            if (html && pdf) {
                String name = file.getFileName().toString();
                files.add(file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".pdf"));
            }
            return files;
        });
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("section-title");
        return heading;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
