package vermeer.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Layout;
import vermeer.image.Output;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.image.ProfileReading;

/** Decides on a model's profile, field by field: who said it last, the most trusted, is believed. */
final class ProfileResolution {
    private static final int USUAL_SIDE = 224;

    private final Graph graph;
    private final long[] shape;
    private final Optional<BuiltInScaling.Range> range;
    private final Map<String, ProfileText> givenBy = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    private InputProfile profile;

    private ProfileResolution(Graph graph) {
        this.graph = graph;
        this.shape = graph.inputs().get(0).shape();
        this.range = BuiltInScaling.of(graph);
        this.profile = guess();
    }

    /**
     * A profile and who gave its fields.
     *
     * @param classFolder where the class list that the profile names lies
     * @param saidOutput whether somebody said what the output is
     */
    record Resolved(
            InputProfile profile,
            List<Belief> beliefs,
            Optional<Path> classFolder,
            boolean saidOutput,
            Source outputSource,
            List<String> notices) {}

    /**
     * @param graph as read; its input's extents may be unknown
     * @param texts least trusted first
     * @throws ModelException where a profile that the user wrote cannot be read or contradicts the graph
     */
    static Resolved resolve(Graph graph, List<ProfileText> texts) throws ModelException {
        ProfileResolution resolution = new ProfileResolution(graph);
        for (ProfileText text : texts) {
            resolution.apply(text);
        }
        return resolution.resolved();
    }

    private void apply(ProfileText text) throws ModelException {
        try {
            ProfileReading reading = ProfileJson.parse(text.json(), text.where(), profile);
            checkFits(reading.profile(), text);
            profile = reading.profile();
            reading.given().forEach(field -> givenBy.put(field, text));
            if (reading.given().contains("scale")) {
                givenBy.put("mean", text);
                givenBy.put("std", text);
            }
        } catch (ProfileException wrong) {
            if (text.source() == Source.METADATA) {
                notices.add(wrong.getMessage());
            } else {
                throw new ModelException(wrong.getMessage(), wrong);
            }
        }
    }

    /** A profile may fill in what the graph leaves open, but not contradict it. */
    private void checkFits(InputProfile said, ProfileText text) throws ModelException {
        Optional<Layout> layout = InputLayout.of(shape);
        if (layout.isPresent() && layout.get() != said.layout()) {
            throw contradiction(text, "layout " + said.layout(), layout.get().toString());
        }
        long channels = channels(said.layout());
        if (channels > 0 && channels != said.channels().count()) {
            throw contradiction(text, said.channels().count() + " channel(s)", ClassifierReading.describe(shape));
        }
    }

    /** The number of channels that the graph names; negative where it names none. */
    private long channels(Layout layout) {
        return shape.length != 4 ? Graph.UNKNOWN : layout == Layout.NCHW ? shape[1] : shape[3];
    }

    private static ModelException contradiction(ProfileText text, String said, String is) {
        return new ModelException("The profile " + text.where() + " says " + said + ", but the network takes " + is
                + "; correct or remove the profile.");
    }

    private InputProfile guess() {
        Layout layout = InputLayout.of(shape).orElse(Layout.NCHW);
        long channels = channels(layout);
        int height = side(layout == Layout.NCHW ? 2 : 1);
        int width = side(layout == Layout.NCHW ? 3 : 2);
        InputProfile usual = InputProfile.imageNet(height, width);
        ChannelOrder order = channels == 1 ? ChannelOrder.GREY : ChannelOrder.RGB;
        return new InputProfile(
                height,
                width,
                order,
                layout,
                usual.resize(),
                usual.interpolation(),
                mean(order, layout, usual),
                std(order, layout, usual),
                Output.LOGITS,
                Optional.empty());
    }

    private List<Double> mean(ChannelOrder order, Layout layout, InputProfile usual) {
        if (range.isPresent() || order == ChannelOrder.GREY) {
            return Collections.nCopies(order.count(), 0.0);
        }
        return layout == Layout.NCHW ? usual.mean() : Collections.nCopies(order.count(), 127.5);
    }

    private List<Double> std(ChannelOrder order, Layout layout, InputProfile usual) {
        if (range.isPresent()) {
            return Collections.nCopies(order.count(), 255 / range.get().largest());
        }
        if (order == ChannelOrder.GREY) {
            return List.of(255.0);
        }
        return layout == Layout.NCHW ? usual.std() : Collections.nCopies(order.count(), 127.5);
    }

    private int side(int axis) {
        return shape.length == 4 && shape[axis] > 0 ? Math.toIntExact(shape[axis]) : USUAL_SIDE;
    }

    private Resolved resolved() {
        BeliefTexts texts = new BeliefTexts(graph.inputs().get(0), profile, givenBy, range);
        Optional<Path> folder = Optional.ofNullable(givenBy.get("classes")).flatMap(ProfileText::folder);
        ProfileText output = givenBy.get("output");
        return new Resolved(
                profile,
                texts.input(),
                folder,
                output != null,
                output == null ? Source.GUESS : output.source(),
                notices);
    }
}
