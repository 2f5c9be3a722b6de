package vermeer.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vermeer.attribution.AttributionMethod;
import vermeer.image.Colormap;
import vermeer.image.Region;
import vermeer.model.Target;
import vermeer.session.Explanation;
import vermeer.session.SessionException;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.ui.canvas.CanvasViewModel;
import vermeer.ui.canvas.Outlook;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.method.MethodEntry;
import vermeer.ui.method.MethodViewModel;
import vermeer.ui.strip.StripViewModel;

/** How the window shows a session, as JSON: what is in sight, with which settings and colours, in which workspace. */
public final class SessionViews {
    private final Investigation investigation;
    private final StripViewModel strip;
    private final MethodViewModel methods;
    private final CanvasViewModel canvas;
    private Supplier<String> workspace = () -> "";
    private Consumer<String> onWorkspace = id -> {};

    public SessionViews(
            Investigation investigation, StripViewModel strip, MethodViewModel methods, CanvasViewModel canvas) {
        this.investigation = investigation;
        this.strip = strip;
        this.methods = methods;
        this.canvas = canvas;
    }

    /** Remembers which workspace is shown, and shows it again. */
    public void follow(Supplier<String> shown, Consumer<String> show) {
        workspace = shown;
        onWorkspace = show;
    }

    ObjectNode read() {
        ObjectNode views = JsonNodeFactory.instance.objectNode();
        views.put("workspace", workspace.get());
        views.put("picture", strip.items().indexOf(strip.selectedProperty().get()));
        views.put("method", methods.chosenProperty().get());
        ObjectNode settings = views.putObject("settings");
        for (MethodEntry entry : methods.entries()) {
            if (!methods.unchanged(entry.name())) {
                ObjectNode values = settings.putObject(entry.name());
                methods.values(entry.name()).forEach(values::put);
            }
        }
        ArrayNode target = views.putArray("target");
        Target explained = investigation.targetProperty().get();
        if (explained != null) {
            explained.terms().forEach(term -> target.addObject()
                    .put("index", term.index())
                    .put("weight", term.weight()));
        }
        Outlook outlook = canvas.outlookProperty().get();
        views.putObject("outlook")
                .put("zoom", outlook.zoom())
                .put("x", outlook.centreX())
                .put("y", outlook.centreY());
        views.put("regions", canvas.regions().shownProperty().get());
        Region box = canvas.regions().boxProperty().get();
        if (box != null) {
            views.putObject("box")
                    .put("x", box.x())
                    .put("y", box.y())
                    .put("width", box.width())
                    .put("height", box.height());
        }
        return views.put("mapShown", canvas.overlayShownProperty().get())
                .put("asTheNetworkSees", canvas.networkViewProperty().get())
                .put("clipped", canvas.clippedProperty().get())
                .put("opacity", canvas.opacityProperty().get())
                .put("colours", canvas.coloursProperty().get().name());
    }

    /** The box that the user drew over the picture in sight. */
    Optional<Region> box() {
        return Optional.ofNullable(canvas.regions().boxProperty().get());
    }

    /** A view of one map, its method with the settings that it was asked with. */
    ObjectNode of(Asked asked) {
        methods.use(asked.method());
        ObjectNode views = JsonNodeFactory.instance
                .objectNode()
                .put("method", asked.method().name());
        ArrayNode target = views.putArray("target");
        asked.target()
                .forEach(weight ->
                        target.addObject().put("index", weight.index()).put("weight", weight.weight()));
        return views;
    }

    /** The index of the picture that was in sight; the first where it does not say. */
    static int picture(JsonNode views, int pictures) {
        return Math.max(0, Math.min(pictures - 1, views.path("picture").asInt(0)));
    }

    /** Takes the methods' settings; those that this version does not have stay as they are. */
    void restoreSettings(JsonNode views) {
        for (MethodEntry entry : List.copyOf(methods.entries())) {
            methods.reset(entry.name());
            Map<String, String> values = new LinkedHashMap<>();
            views.path("settings")
                    .path(entry.name())
                    .fields()
                    .forEachRemaining(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            try {
                methods.use(Settings.apply(method(entry.name()), values));
            } catch (SettingException ofAnotherVersion) {
                methods.reset(entry.name());
            }
        }
    }

    /** Shows what was shown, now that the picture is answered. */
    void restore(JsonNode views, Prediction prediction) {
        target(views, prediction).ifPresent(investigation::explain);
        String name = views.path("method").asText("");
        methods.entries().stream()
                .filter(entry ->
                        entry.name().equals(name) && entry.unavailable().isEmpty())
                .findFirst()
                .ifPresent(entry -> investigation.explainBy(entry.method()));
        canvas.overlayShownProperty().set(views.path("mapShown").asBoolean(true));
        canvas.networkViewProperty().set(views.path("asTheNetworkSees").asBoolean(false));
        canvas.setOpacity(
                views.path("opacity").asDouble(canvas.opacityProperty().get()));
        restorePlace(views);
        onWorkspace.accept(views.path("workspace").asText(""));
    }

    /** What of the picture was in sight, and what was boxed; files from before Vermeer kept these show the picture whole. */
    private void restorePlace(JsonNode views) {
        JsonNode at = views.path("outlook");
        if (at.path("zoom").asDouble() > 0) {
            canvas.look(new Outlook(
                    at.path("zoom").asDouble(),
                    at.path("x").asDouble(0.5),
                    at.path("y").asDouble(0.5)));
        }
        canvas.regions()
                .shownProperty()
                .set(views.path("regions")
                        .asBoolean(canvas.regions().shownProperty().get()));
        JsonNode box = views.path("box");
        boolean boxed = box.path("width").asDouble() > 0 && box.path("height").asDouble() > 0;
        if (boxed) {
            canvas.regions()
                    .boxProperty()
                    .set(new Region(
                            box.path("x").asDouble(),
                            box.path("y").asDouble(),
                            box.path("width").asDouble(),
                            box.path("height").asDouble()));
        } else if (views.has("regions")) {
            canvas.regions().removeBox();
        }
    }

    /** Colours a map as it was coloured, once it is there: its colours follow from its values otherwise. */
    void restoreColours(JsonNode views) {
        canvas.clippedProperty()
                .set(views.path("clipped").asBoolean(canvas.clippedProperty().get()));
        canvas.choicesProperty().get().stream()
                .filter(colours -> colours.name().equals(views.path("colours").asText("")))
                .findFirst()
                .ifPresent(this::colour);
    }

    private void colour(Colormap colours) {
        canvas.coloursProperty().set(colours);
    }

    private AttributionMethod method(String name) {
        return methods.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .method();
    }

    private static Optional<Target> target(JsonNode views, Prediction prediction) {
        List<Explanation.Weight> weights = new ArrayList<>();
        try {
            for (JsonNode weight : views.path("target")) {
                weights.add(new Explanation.Weight(weight.path("index").asInt(), (float)
                        weight.path("weight").asDouble()));
            }
            if (weights.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Explanation("", Map.of(), weights, OptionalInt.empty())
                    .target(prediction.network().model(), prediction.best().index()));
        } catch (IllegalArgumentException | SessionException noSuchClass) {
            return Optional.empty();
        }
    }
}
