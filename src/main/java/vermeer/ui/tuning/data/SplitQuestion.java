package vermeer.ui.tuning.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.data.PathPattern;
import vermeer.data.Shares;
import vermeer.data.Split;
import vermeer.data.SplitPlan;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;
import vermeer.ui.control.Segments;

/** How to split? */
final class SplitQuestion extends Question {
    private static final String FOLDERS = "As the folders say";
    private static final String CHANCE = "By chance";

    private final DataViewModel model;
    private final Segments<String> by = new Segments<>("split", List.of(FOLDERS, CHANCE), text -> text);
    private final ShareSlider trainDev = new ShareSlider("train-dev", 0.4);
    private final ShareSlider dev = new ShareSlider("dev", 0.4);
    private final ShareSlider test = new ShareSlider("test", 0.4);
    private final CheckBox stratified = new CheckBox("The same shares of every class");
    private final TextField groups = new TextField();
    private final TextField seed = new TextField();
    private final FlowPane target = new FlowPane(10, 4);
    private final VBox targets;
    private final Label result = quiet("");
    private final Label problem = new Label();
    private boolean following;

    SplitQuestion(DataViewModel model) {
        super(3, "How should they be split?");
        this.model = model;
        result.setId("split-result");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        show(problem, false);
        targets = new VBox(
                4, quiet("Dev and test come from where the network will be used. Those photos are in"), target);
        VBox more = more();
        Hyperlink toggle = new Hyperlink("Patients, sites, days; seed…");
        toggle.setId("split-more");
        toggle.setOnAction(pressed -> show(more, !more.isVisible()));
        show(more, false);
        by.valueProperty().subscribe((before, chosen) -> plan(plan -> plan.withByFolder(chosen.equals(FOLDERS))));
        for (ShareSlider share : List.of(trainDev, dev, test)) {
            share.onCommit(this::shares);
        }
        explain();
        getChildren().addAll(by, new VBox(5, dev, test, trainDev), targets, toggle, more, result, problem);
        model.decisionsProperty().subscribe(this::follow);
        model.tuning().dataProperty().subscribe(this::tell);
    }

    private void explain() {
        dev.explain("Held out to choose between networks and settings.");
        test.explain("Locked away to judge the finished network once; each look is recorded.");
        trainDev.explain("Held out of what is trained on; the gap between it and dev shows whether the place of use"
                + " differs from the training photos.");
    }

    private VBox more() {
        stratified.setOnAction(pressed -> plan(plan -> plan.withStratified(stratified.isSelected())));
        groups.setId("split-groups");
        groups.setPromptText("patient-{group}_*");
        groups.setAccessibleText("Pattern of what must not be torn apart");
        groups.setOnAction(entered -> groups());
        groups.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                groups();
            }
        });
        seed.setPrefColumnCount(6);
        seed.setAccessibleText("Seed");
        seed.setTooltip(new Tooltip("The same number gives the same split."));
        seed.setOnAction(entered -> seed());
        Label seedName = quiet("Seed");
        seedName.setMinWidth(Region.USE_PREF_SIZE);
        HBox seedLine = new HBox(8, seedName, seed);
        seedLine.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                6,
                quiet("Photos of one patient, site or day must not be torn apart. Write how they are found in the path,"
                        + " with {group} in the place of their name:"),
                groups,
                stratified,
                seedLine);
    }

    private void shares() {
        refusable(() -> {
            Shares shares = new Shares(trainDev.share(), dev.share(), test.share());
            plan(plan -> plan.withShares(shares));
        });
    }

    private void groups() {
        refusable(() -> {
            String text = groups.getText().strip();
            Optional<PathPattern> pattern = text.isEmpty() ? Optional.empty() : Optional.of(PathPattern.group(text));
            plan(plan -> plan.withGroups(pattern));
        });
    }

    private void seed() {
        refusable(() -> {
            try {
                long number = Long.parseLong(seed.getText().strip());
                plan(plan -> plan.withSeed(number));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("the seed is a whole number", notANumber);
            }
        });
    }

    private void refusable(Runnable change) {
        try {
            show(problem, false);
            change.run();
        } catch (IllegalArgumentException refused) {
            problem.setText(Character.toUpperCase(refused.getMessage().charAt(0))
                    + refused.getMessage().substring(1) + ".");
            show(problem, true);
        }
    }

    private void plan(UnaryOperator<SplitPlan> change) {
        if (!following) {
            model.decide(decisions -> {
                SplitPlan plan = change.apply(decisions.plan());
                return plan.equals(decisions.plan()) ? decisions : decisions.withPlan(plan);
            });
        }
    }

    private void follow(Decisions decisions) {
        following = true;
        SplitPlan plan = decisions.plan();
        by.valueProperty().set(plan.byFolder() ? FOLDERS : CHANCE);
        trainDev.show(plan.shares().trainDev());
        dev.show(plan.shares().dev());
        test.show(plan.shares().test());
        stratified.setSelected(plan.stratified());
        groups.setText(plan.groups().map(PathPattern::text).orElse(""));
        seed.setText(Long.toString(plan.seed()));
        following = false;
    }

    private void tell(Prepared prepared) {
        if (prepared == null) {
            result.setText("");
            show(targets, false);
            return;
        }
        List<String> parts = prepared.reading().dataset().parts();
        boolean given = parts.stream().anyMatch(part -> Split.ofFolder(part).isPresent());
        by.button(0).setDisable(!given);
        boolean kept = given && prepared.decisions().plan().byFolder();
        by.button(1).setSelected(!kept);
        by.button(0).setSelected(kept);
        boolean devGiven = kept && gives(parts, Split.DEV);
        show(dev, !devGiven);
        show(test, !devGiven && !(kept && gives(parts, Split.TEST)));
        targets(prepared, parts, kept);
        StringBuilder text = new StringBuilder();
        for (Split split : Split.values()) {
            int size = prepared.splits().size(split);
            if (size > 0) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(size)
                        .append(' ')
                        .append(split.text());
            }
        }
        int looks = prepared.decisions().looks().size();
        long later = later(prepared);
        String fresh = later > 0 ? " New since they were split: " + later + "; the others stay where they were." : "";
        String looked = looks > 0 ? " Test was looked at " + looks + (looks == 1 ? " time." : " times.") : "";
        result.setText(text + "." + fresh + looked);
    }

    /** How many pictures came after the split was kept. */
    private static long later(Prepared prepared) {
        Map<String, Split> kept = prepared.decisions().assignments();
        return kept.isEmpty()
                ? 0
                : prepared.dataset().pictures().stream()
                        .filter(picture -> !kept.containsKey(picture.key()))
                        .count();
    }

    private static boolean gives(List<String> parts, Split split) {
        return parts.stream()
                .anyMatch(part -> Split.ofFolder(part).filter(split::equals).isPresent());
    }

    private void targets(Prepared prepared, List<String> parts, boolean kept) {
        show(targets, !kept && parts.size() > 1);
        target.getChildren().clear();
        for (String part : parts) {
            CheckBox box = new CheckBox(part.isEmpty() ? "(no folder)" : part);
            box.setSelected(prepared.decisions().plan().target().contains(part));
            box.setOnAction(pressed -> {
                Set<String> chosen = new HashSet<>(prepared.decisions().plan().target());
                if (box.isSelected()) {
                    chosen.add(part);
                } else {
                    chosen.remove(part);
                }
                plan(plan -> plan.withTarget(chosen));
            });
            target.getChildren().add(box);
        }
    }
}
