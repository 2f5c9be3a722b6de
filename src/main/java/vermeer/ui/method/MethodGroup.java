package vermeer.ui.method;

import java.util.Set;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.ScoreMethod;

/** The parts of the palette: what most users reach for first, then the rest by what it is made of. */
public enum MethodGroup {
    COMMON("Common"),
    CLASS_ACTIVATION("Class activation maps"),
    GRADIENT("Gradients and propagation"),
    PERTURBATION("Perturbations");

    private static final Set<String> FIRST =
            Set.of("gradient", "integrated-gradients", "smoothgrad", "grad-cam", "occlusion");

    private final String title;

    MethodGroup(String title) {
        this.title = title;
    }

    /** The heading. */
    public String title() {
        return title;
    }

    /** Where a method stands. */
    public static MethodGroup of(AttributionMethod method) {
        if (FIRST.contains(method.name())) {
            return COMMON;
        }
        if (method.name().contains("cam")) {
            return CLASS_ACTIVATION;
        }
        return method instanceof ScoreMethod || method.name().contains("perturbation") ? PERTURBATION : GRADIENT;
    }
}
