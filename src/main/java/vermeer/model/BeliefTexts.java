package vermeer.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vermeer.graph.ValueInfo;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Layout;

/** Puts the beliefs about an input into words. */
final class BeliefTexts {
    private final long[] shape;
    private final InputProfile profile;
    private final Map<String, ProfileText> givenBy;
    private final Optional<BuiltInScaling.Range> range;

    /** @param givenBy who said what, by field; fields that nobody gave are missing */
    BeliefTexts(
            ValueInfo input,
            InputProfile profile,
            Map<String, ProfileText> givenBy,
            Optional<BuiltInScaling.Range> range) {
        this.shape = input.shape();
        this.profile = profile;
        this.givenBy = givenBy;
        this.range = range;
    }

    /** The beliefs about the input, in the order in which they are shown. */
    List<Belief> input() {
        return List.of(
                size(),
                channels(),
                layout(),
                scaling("mean", profile.mean()),
                scaling("std", profile.std()),
                resize(),
                interpolation());
    }

    private Belief size() {
        String value = profile.width() + " x " + profile.height() + " pixels";
        int rows = profile.layout() == Layout.NCHW ? 2 : 1;
        if (shape.length == 4 && shape[rows] == profile.height() && shape[rows + 1] == profile.width()) {
            return new Belief("size", value, Source.GRAPH, false, "The network's input has this size.");
        }
        return said("size", givenBy.getOrDefault("height", givenBy.get("width")), value)
                .orElse(new Belief(
                        "size",
                        value,
                        Source.GUESS,
                        true,
                        "The network takes any size; most were trained on this one."));
    }

    private Belief channels() {
        String value = profile.channels() == ChannelOrder.GREY
                ? "grey"
                : profile.channels().name();
        return said("channels", givenBy.get("channels"), value)
                .orElse(
                        profile.channels() == ChannelOrder.GREY
                                ? new Belief(
                                        "channels", value, Source.GRAPH, false, "The network's input has one channel.")
                                : new Belief(
                                        "channels",
                                        value,
                                        Source.GUESS,
                                        true,
                                        "A file does not show the order of colours; most networks read red first."));
    }

    private Belief layout() {
        String value = profile.layout().name();
        return InputLayout.of(shape).isPresent()
                ? new Belief("layout", value, Source.GRAPH, false, "The input's shape shows where the channels are.")
                : said("layout", givenBy.get("layout"), value)
                        .orElse(new Belief("layout", value, Source.GUESS, true, "Most networks have channels first."));
    }

    private Belief scaling(String field, List<Double> numbers) {
        String value = numbers.stream().map(BeliefTexts::number).collect(Collectors.joining(", "));
        return said(field, givenBy.get(field), value)
                .orElseGet(() -> range.map(found -> new Belief(field, value, Source.GRAPH, true, found.why()))
                        .orElse(new Belief(field, value, Source.GUESS, true, usual())));
    }

    private String usual() {
        if (profile.channels() == ChannelOrder.GREY) {
            return "Most networks for grey pictures read values from 0 to 1.";
        }
        return profile.layout() == Layout.NCHW
                ? "Most networks from PyTorch are trained with ImageNet's mean and standard deviation."
                : "Many networks from TensorFlow read values from -1 to 1.";
    }

    private Belief resize() {
        return said("resize", givenBy.get("resize"), profile.resizeText())
                .orElse(new Belief(
                        "resize",
                        profile.resizeText(),
                        Source.GUESS,
                        true,
                        "Most networks are tested on a centre crop."));
    }

    private Belief interpolation() {
        String value = profile.interpolation().name().toLowerCase(Locale.ROOT);
        return said("interpolation", givenBy.get("interpolation"), value)
                .orElse(new Belief("interpolation", value, Source.GUESS, true, "Most networks are tested with it."));
    }

    private static Optional<Belief> said(String field, ProfileText text, String value) {
        return Optional.ofNullable(text).map(by -> new Belief(field, value, by.source(), false, why(by)));
    }

    static String why(ProfileText text) {
        return switch (text.source()) {
            case KNOWN -> "The file is " + text.where() + ", known by its SHA-256.";
            case METADATA -> "The model file's metadata says so.";
            case EDITED -> "You set it.";
            default -> "The profile " + text.where() + " says so.";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
