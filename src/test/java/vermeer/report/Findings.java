package vermeer.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.GradCam;
import vermeer.attribution.Gradient;
import vermeer.image.Heatmap;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.model.Target;
import vermeer.trust.Agreement;
import vermeer.trust.Control;
import vermeer.trust.Curve;
import vermeer.trust.Deletion;
import vermeer.trust.Reading;
import vermeer.trust.Sparseness;

/** Reports of invented findings, whose names want to break out of them. */
final class Findings {
    static final String HOSTILE = "<script>alert('x')</script>\"&\u202egpj.exe";
    static final String FOREIGN = "シベリアン・ハスキー";
    static final String HASH = "0123456789abcdef".repeat(4);

    private Findings() {}

    static Report report(String notes) {
        return new Report(
                "Why " + HOSTILE + "?",
                Instant.parse("2026-03-01T09:30:00Z"),
                new ReportedModel("net " + HOSTILE, "net.onnx", HASH, List.of(new Fact("size", "224 x 224 pixels"))),
                List.of(picture("husky " + HOSTILE + ".jpg"), picture("é " + FOREIGN + ".png")),
                List.of(new Fact("Guided backpropagation", "The operator Foo has no gradient rule.")),
                List.of("The report shows 2 of 9 pictures."),
                notes,
                Versions.here("1.2.3", "1.28.0 on CPU"));
    }

    static ReportedPicture picture(String name) {
        int width = 1200;
        int height = 800;
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % width / 6 + i / 3 / width % 64);
        }
        Region seen = new Region(200, 0, 800, 800);
        return ReportedPicture.of(
                name,
                HASH,
                Picture.of(width, height, rgb),
                seen,
                List.of(
                        new ClassProbability(250, "Siberian husky " + HOSTILE, 0.7231),
                        new ClassProbability(269, FOREIGN, 0.2)),
                List.of(map(new GradCam(), seen, 0, 0.12), map(new Gradient(), seen, -1, 0.5)),
                List.of(new ReportedAgreement(
                        Target.of(250, "Siberian husky " + HOSTILE),
                        new Agreement(
                                List.of("Grad-CAM", "Gradient"), List.of(List.of(1.0, 0.25), List.of(0.25, 1.0))))),
                "Note on " + HOSTILE);
    }

    private static Reading control(double deletion) {
        return new Reading("deletion", deletion, List.of(curve(deletion)), "A control.");
    }

    private static Curve curve(double value) {
        return new Curve("deletion", new float[] {0, 0.5f, 1}, new float[] {0.9f, (float) value, 0.01f});
    }

    private static ReportedMap map(AttributionMethod method, Region seen, float low, double deletion) {
        float[] values = new float[49];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + i / 24f;
        }
        Heatmap map = new Heatmap(7, 7, values, seen, "share of the logit");
        List<Judgement> judgements = List.of(
                new Judgement(
                        new Deletion(),
                        new Reading(
                                "deletion",
                                deletion,
                                List.of(curve(deletion)),
                                "Half the answer is gone after 5 % of the picture."),
                        Map.of(
                                Control.RANDOM, control(0.4),
                                Control.EDGES, control(0.3),
                                Control.CENTRE, control(0.2))),
                new Judgement(new Sparseness(), new Reading("sparseness", 0.6, List.of(), "Some focus."), Map.of()));
        return ReportedMap.of(
                        method,
                        Target.of(250, "Siberian husky " + HOSTILE),
                        new Attribution(
                                map,
                                Optional.empty(),
                                Map.of("completenessError", 0.01, "expected", 5.0),
                                Map.of("layer", "conv")),
                        judgements)
                .with(Optional.of(new Region(300, 100, 200, 200)));
    }
}
