package vermeer.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/**
 * One thing that was asked: a method with settings, and what it explains.
 *
 * @param method the method's name, such as {@code grad-cam}
 * @param settings every setting by name, as text; the method's defaults stand for what is missing
 * @param target the weighted logits that are explained; empty for whatever class a picture is predicted to be
 * @param picture the index of the picture explained; empty for all of them
 */
public record Explanation(String method, Map<String, String> settings, List<Weight> target, OptionalInt picture) {

    /**
     * One logit's share in a target.
     *
     * @param index the logit's index, from 0
     * @param weight the logit's finite factor, not 0
     */
    public record Weight(int index, float weight) {
        /** @throws IllegalArgumentException where there can be no such logit; the message is a clause */
        public Weight {
            if (index < 0 || !Float.isFinite(weight) || weight == 0) {
                throw new IllegalArgumentException("a target has class indices from 0 and weights other than 0");
            }
        }
    }

    /** @throws IllegalArgumentException where the index of the picture is negative; the message is a clause */
    public Explanation {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        target = List.copyOf(target);
        if (picture.isPresent() && picture.getAsInt() < 0) {
            throw new IllegalArgumentException("an explanation is of a picture from 0");
        }
    }

    /** What this method, with its settings, was asked of a picture. */
    public static Explanation of(AttributionMethod method, Target target, OptionalInt picture) {
        List<Weight> weights = target.terms().stream()
                .map(term -> new Weight(term.index(), term.weight()))
                .toList();
        return new Explanation(method.name(), Settings.texts(method), weights, picture);
    }

    /** The same question of the class that each picture is predicted to be. */
    public Explanation ofPredictedClass() {
        return new Explanation(method, settings, List.of(), picture);
    }

    /** The same question of every picture. */
    public Explanation ofEveryPicture() {
        return new Explanation(method, settings, target, OptionalInt.empty());
    }

    /** The same question of the picture of this index. */
    public Explanation ofPicture(int index) {
        return new Explanation(method, settings, target, OptionalInt.of(index));
    }

    /** Whether this was asked of the picture with this index. */
    public boolean asks(int index) {
        return picture.isEmpty() || picture.getAsInt() == index;
    }

    /**
     * The method with its settings.
     *
     * @throws SessionException where this version has no such method, or the method no such setting
     */
    public AttributionMethod attribution() throws SessionException {
        AttributionMethod known = AttributionMethods.named(method)
                .orElseThrow(() -> new SessionException("The session asks for the method '" + method
                        + "', which this version does not have; open it with the version that wrote it."));
        try {
            return Settings.apply(known, settings);
        } catch (SettingException refused) {
            throw new SessionException(
                    "The session's settings of " + known.title() + " do not fit this version: " + refused.getMessage());
        }
    }

    /**
     * What is explained, as the model names it.
     *
     * @param predicted the class that the picture is predicted to be, an index among the model's class names
     * @throws SessionException where the model has no such class
     */
    public Target target(ImageModel model, int predicted) throws SessionException {
        if (target.isEmpty()) {
            return model.target(predicted);
        }
        int logits = model.scores().classes();
        for (Weight weight : target) {
            if (weight.index() >= logits) {
                throw new SessionException(
                        "The session explains class " + weight.index() + ", but " + model.name() + " has only "
                                + model.classNames().size() + "; give the model that the session was made with.");
            }
        }
        if (logits == 1) {
            return model.target(target.get(0).weight() > 0 ? 1 : 0);
        }
        return new Target(target.stream()
                .map(weight ->
                        new Target.Term(weight.index(), model.classNames().get(weight.index()), weight.weight()))
                .toList());
    }
}
