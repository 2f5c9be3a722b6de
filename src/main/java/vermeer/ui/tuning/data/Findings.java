package vermeer.ui.tuning.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vermeer.data.Concern;
import vermeer.data.LabelledPicture;
import vermeer.data.Readiness;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.data.inspection.DuplicateGroup;
import vermeer.data.inspection.Inspection;
import vermeer.data.inspection.Unreadable;
import vermeer.data.label.LeftOut;

/** Puts what is wrong with the data into sentences, worst first. */
final class Findings {
    private static final int MOST_NOT_USED = 200;

    private final Prepared prepared;
    private final Map<String, Split> assignments;
    private final List<Finding> findings = new ArrayList<>();

    private Findings(Prepared prepared) {
        this.prepared = prepared;
        this.assignments = prepared.splits().assignments();
    }

    /** @param inspection empty while pictures have not been looked into */
    static List<Finding> of(Prepared prepared, Optional<Inspection> inspection) {
        Findings findings = new Findings(prepared);
        for (Concern concern : Readiness.of(prepared.splits())) {
            Finding.Kind kind = concern.blocking() ? Finding.Kind.BLOCKING : Finding.Kind.CONCERN;
            findings.findings.add(Finding.of(kind, concern.sentence()));
        }
        inspection.ifPresent(findings::inspected);
        findings.notUsed();
        findings.findings.sort(Comparator.comparing(Finding::kind));
        return List.copyOf(findings.findings);
    }

    private void inspected(Inspection inspection) {
        for (Unreadable unreadable : inspection.unreadable()) {
            String key = unreadable.example().key();
            if (!prepared.decisions().excluded().containsKey(key)) {
                findings.add(new Finding(
                        Finding.Kind.UNREADABLE,
                        key + ": " + unreadable.reason(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(key)));
            }
        }
        for (DuplicateGroup group : inspection.duplicates()) {
            List<LabelledPicture> present = group.pictures().stream()
                    .filter(picture -> assignments.containsKey(picture.key()))
                    .toList();
            if (present.size() > 1) {
                findings.add(duplicates(new DuplicateGroup(group.exact(), present)));
            }
        }
    }

    private Finding duplicates(DuplicateGroup group) {
        Set<Split> splits = group.splits(assignments);
        int count = group.pictures().size();
        String what = (group.exact() ? "The same file " : "Nearly the same picture ")
                + (count == 2 ? "twice" : count + " times");
        if (splits.size() > 1) {
            String names = splits.stream().map(Split::text).collect(Collectors.joining(", "));
            return of(
                    Finding.Kind.LEAK,
                    what + ", in " + names + ": what is learned is asked again, so the network looks"
                            + " better than it is.",
                    group);
        }
        if (group.contradicts()) {
            return of(
                    Finding.Kind.CONTRADICTION, what + " under different labels: at most one of them is right.", group);
        }
        return of(
                group.exact() ? Finding.Kind.EXACT : Finding.Kind.NEAR, what + "; it counts more than others.", group);
    }

    private Finding of(Finding.Kind kind, String sentence, DuplicateGroup group) {
        List<LabelledPicture> pictures = group.pictures();
        return new Finding(
                kind,
                sentence,
                pictures.stream().map(LabelledPicture::file).toList(),
                group.keys(),
                pictures.stream().map(this::caption).toList(),
                kind == Finding.Kind.CONTRADICTION ? Set.copyOf(group.keys()) : copies(pictures));
    }

    private String caption(LabelledPicture picture) {
        List<String> classes = prepared.reading().dataset().classes();
        String label = prepared.decisions()
                .relabelled()
                .getOrDefault(picture.key(), classes.get(Math.min(picture.label(), classes.size() - 1)));
        return assignments.get(picture.key()).text() + " · " + label + "\n" + picture.key();
    }

    /** All but one; of several splits the one that judges most stays, so that training loses its copy. */
    private Set<String> copies(List<LabelledPicture> pictures) {
        LabelledPicture stays = pictures.get(0);
        for (LabelledPicture picture : pictures) {
            if (assignments.get(picture.key()).compareTo(assignments.get(stays.key())) > 0) {
                stays = picture;
            }
        }
        Set<String> copies = new LinkedHashSet<>();
        for (LabelledPicture picture : pictures) {
            if (picture != stays) {
                copies.add(picture.key());
            }
        }
        return copies;
    }

    private void notUsed() {
        for (String name : prepared.reading().emptyClasses()) {
            findings.add(Finding.of(
                    Finding.Kind.NOT_USED,
                    "The class \"" + name + "\" has no photos and is left out; add photos to its folder to use it."));
        }
        List<LeftOut> leftOut = prepared.reading().leftOut();
        for (LeftOut file : leftOut.subList(0, Math.min(MOST_NOT_USED, leftOut.size()))) {
            findings.add(Finding.of(Finding.Kind.NOT_USED, file.key() + " " + file.reason() + "."));
        }
        if (leftOut.size() > MOST_NOT_USED) {
            findings.add(Finding.of(
                    Finding.Kind.NOT_USED,
                    "… and " + (leftOut.size() - MOST_NOT_USED) + " more files that are not used."));
        }
    }
}
