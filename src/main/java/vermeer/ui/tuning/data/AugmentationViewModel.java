package vermeer.ui.tuning.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.data.LabelledPicture;
import vermeer.data.augmentation.Augmentation;
import vermeer.data.augmentation.Variant;
import vermeer.data.augmentation.VariantInputs;
import vermeer.data.augmentation.Variants;
import vermeer.data.decision.Prepared;
import vermeer.image.Decoder;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.setting.Setting;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** How photos are changed for training, shown on one of the user's own. */
public final class AugmentationViewModel {
    /** Changed forms in the preview. */
    public static final int SHOWN = 8;

    private static final int USUAL_FORMS = 4;

    private final DataViewModel model;
    private final LatestJob making;
    private final ReadOnlyObjectWrapper<List<Picture>> preview = new ReadOnlyObjectWrapper<>(List.of());
    private Augmentation tried = new Augmentation();
    private int photo;

    public AugmentationViewModel(DataViewModel model) {
        this.model = model;
        making = new LatestJob(model.tuning().workbench().runner());
        model.decisionsProperty().subscribe(decisions -> {
            Variants variants = decisions.variants();
            tried = variants.changed() > 0 ? variants.augmentation() : tried;
        });
        model.tuning().dataProperty().subscribe(prepared -> show());
    }

    /** The strengths, each a slider. */
    public List<Setting> strengths() {
        return Settings.of(tried);
    }

    public double strength(String name) {
        return ((Number) Settings.values(tried).get(name)).doubleValue();
    }

    /** Shows photos changed with this strength; it is kept when {@link #keep} is called. */
    public void attempt(String name, double value) {
        try {
            tried = Settings.apply(tried, Map.of(name, Double.toString(value)));
            show();
        } catch (SettingException outOfRange) {
            throw new IllegalArgumentException(outOfRange);
        }
    }

    /** Keeps the strengths as they are tried. */
    public void keep() {
        Augmentation now = tried;
        if (on()) {
            variants(variants -> new Variants(now, variants.changed(), variants.multipliers(), variants.seed()));
        }
    }

    /** Whether photos are changed for training at all. */
    public boolean on() {
        return variants().changed() > 0;
    }

    public void turn(boolean on) {
        Augmentation now = tried;
        variants(variants -> new Variants(now, on ? USUAL_FORMS : 0, variants.multipliers(), variants.seed()));
    }

    /** Changed forms a photo. */
    public int forms() {
        return variants().changed();
    }

    public void forms(int count) {
        variants(variants -> new Variants(variants.augmentation(), count, variants.multipliers(), variants.seed()));
    }

    public double multiplier(String className) {
        return variants().multipliers().getOrDefault(className, 1.0);
    }

    /** So many times more forms for photos of this class. */
    public void multiplier(String className, double factor) {
        variants(variants -> {
            Map<String, Double> multipliers = new HashMap<>(variants.multipliers());
            multipliers.put(className, factor);
            multipliers.values().removeIf(value -> value == 1.0);
            return new Variants(variants.augmentation(), variants.changed(), multipliers, variants.seed());
        });
    }

    private Variants variants() {
        return model.decisionsProperty().get().variants();
    }

    private void variants(UnaryOperator<Variants> change) {
        model.decide(decisions -> decisions.withVariants(change.apply(decisions.variants())));
    }

    /** The photo as the network sees it, then changed forms of it; none before it is read. */
    public ReadOnlyObjectProperty<List<Picture>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Shows the changes on another photo. */
    public void nextPhoto() {
        photo++;
        show();
    }

    private void show() {
        Prepared prepared = model.tuning().dataProperty().get();
        List<LabelledPicture> train =
                prepared == null ? List.of() : prepared.splits().train();
        if (train.isEmpty()) {
            preview.set(List.of());
            return;
        }
        // far apart, so that the next photo is of another class soon
        LabelledPicture shown = train.get((int) (photo * 7919L % train.size()));
        LabelledPicture other = train.get((int) ((photo + 1) * 7919L % train.size()));
        Variants variants = new Variants(tried, SHOWN, Map.of(), variants().seed());
        InputProfile profile = prepared.decisions().fit().of(model.tuning().profile());
        Decoder decoder = model.tuning().workbench().services().decoder();
        making.submit(new JobRequest<>(
                "Preview augmentation",
                Lane.IO,
                progress -> {
                    VariantInputs inputs = new VariantInputs(variants, profile, decoder);
                    List<Picture> made = new ArrayList<>();
                    made.add(inputs.picture(new Variant(shown, 0, Optional.empty()), progress));
                    for (int number = 1; number <= SHOWN; number++) {
                        made.add(inputs.picture(variants.form(shown, number, List.of(shown, other)), progress));
                    }
                    return List.copyOf(made);
                },
                preview::set,
                unreadable -> preview.set(List.of())));
    }
}
