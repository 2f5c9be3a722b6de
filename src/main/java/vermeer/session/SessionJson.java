package vermeer.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vermeer.file.StrictJson;
import vermeer.image.InputProfile;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;

/**
 * Sessions as JSON text, and back.
 *
 * @param folder where the session's file lies; may be null at the root of a file system
 */
record SessionJson(Path folder) {
    static final int VERSION = 1;
    private static final String VERSION_FIELD = "vermeerSession";
    private static final ObjectMapper JSON = StrictJson.mapper(4 << 20);

    String text(Session session) {
        return tree(session).toPrettyString() + "\n";
    }

    ObjectNode tree(Session session) {
        ObjectNode root = JSON.createObjectNode().put(VERSION_FIELD, VERSION);
        root.set("model", session.model().map(this::reference).orElse(null));
        root.set("profile", session.profile().map(SessionJson::profile).orElse(null));
        ArrayNode pictures = root.putArray("pictures");
        for (SessionPicture picture : session.pictures()) {
            pictures.add(reference(picture.file()).put("note", picture.note()));
        }
        ArrayNode explanations = root.putArray("explanations");
        session.explanations().forEach(explanation -> explanations.add(explanation(explanation)));
        root.put("notes", session.notes());
        ArrayNode findings = root.putArray("findings");
        for (Finding finding : session.findings()) {
            ObjectNode node = findings.addObject();
            node.set("map", explanation(finding.map()));
            FindingJson.write(finding, node);
        }
        return root.set("views", session.views());
    }

    private ObjectNode reference(FileReference file) {
        ObjectNode node = JSON.createObjectNode().put("path", file.path().toString());
        relative(file.path()).ifPresent(path -> node.put("relative", path));
        return node.put("sha256", file.sha256());
    }

    private Optional<String> relative(Path path) {
        return folder != null && folder.getRoot().equals(path.getRoot())
                ? Optional.of(folder.relativize(path).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static JsonNode profile(InputProfile profile) {
        try {
            return JSON.readTree(ProfileJson.write(profile));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode explanation(Explanation explanation) {
        ObjectNode node = JSON.createObjectNode().put("method", explanation.method());
        ObjectNode settings = node.putObject("settings");
        explanation.settings().forEach(settings::put);
        ArrayNode target = node.putArray("target");
        explanation.target().forEach(weight -> target.addObject()
                .put("index", weight.index())
                .put("weight", weight.weight()));
        explanation.picture().ifPresent(picture -> node.put("picture", picture));
        return node;
    }

    /** @param name what messages call the file */
    Session session(String text, String name) throws SessionException {
        try {
            JsonNode root = JSON.readTree(text);
            if (!(root instanceof ObjectNode) || !root.path(VERSION_FIELD).isInt()) {
                throw new SessionException("'" + name + "' is no session of Vermeer; choose a .vermeer file.");
            }
            if (root.get(VERSION_FIELD).intValue() > VERSION) {
                throw new SessionException(
                        "'" + name + "' was saved by a newer version of Vermeer; open it with that one.");
            }
            return session(root);
        } catch (JsonProcessingException broken) {
            throw new SessionException("The session '" + name + "' is damaged (" + sentencePart(broken)
                    + "); open a copy or the recovery file.");
        } catch (IllegalArgumentException | ProfileException wrong) {
            throw new SessionException("The session '" + name + "' is damaged (" + wrong.getMessage()
                    + "); open a copy or the recovery file.");
        }
    }

    private static String sentencePart(JsonProcessingException broken) {
        return "line "
                + (broken.getLocation() == null ? 1 : broken.getLocation().getLineNr())
                + " is not JSON that a session holds";
    }

    private Session session(JsonNode root) throws ProfileException {
        List<SessionPicture> pictures = new ArrayList<>();
        for (JsonNode picture : list(root, "pictures")) {
            pictures.add(new SessionPicture(reference(picture), textOf(picture, "note")));
        }
        List<Explanation> explanations = new ArrayList<>();
        for (JsonNode explanation : list(root, "explanations")) {
            explanations.add(explanation(explanation));
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : list(root, "findings")) {
            findings.add(FindingJson.read(explanation(finding.path("map")), finding));
        }
        Optional<InputProfile> profile = root.hasNonNull("profile")
                ? Optional.of(ProfileJson.parse(
                                root.get("profile").toString(), "of the session", InputProfile.imageNet(224, 224))
                        .profile())
                : Optional.empty();
        return new Session(
                root.hasNonNull("model") ? Optional.of(reference(root.get("model"))) : Optional.empty(),
                profile,
                pictures,
                explanations,
                textOf(root, "notes"),
                findings,
                root.has("views") ? root.get("views") : JSON.createObjectNode());
    }

    private FileReference reference(JsonNode node) {
        try {
            FileReference saved = new FileReference(Path.of(required(node, "path")), required(node, "sha256"));
            if (folder == null || !node.hasNonNull("relative") || Files.exists(saved.path())) {
                return saved;
            }
            Path moved = folder.resolve(required(node, "relative")).normalize();
            return Files.isRegularFile(moved) ? new FileReference(moved, saved.sha256()) : saved;
        } catch (InvalidPathException impossible) {
            throw new IllegalArgumentException("a path is none on this system", impossible);
        }
    }

    private static Explanation explanation(JsonNode node) {
        Map<String, String> settings = new LinkedHashMap<>();
        node.path("settings").fields().forEachRemaining(setting -> {
            require(setting.getValue().isTextual(), "the setting \"" + setting.getKey() + "\" is not text");
            settings.put(setting.getKey(), setting.getValue().textValue());
        });
        List<Explanation.Weight> target = new ArrayList<>();
        for (JsonNode weight : list(node, "target")) {
            require(
                    weight.path("index").isInt() && weight.path("weight").isNumber(),
                    "a target has no index or weight");
            target.add(new Explanation.Weight(
                    weight.get("index").intValue(), weight.get("weight").floatValue()));
        }
        JsonNode picture = node.path("picture");
        require(picture.isMissingNode() || picture.isInt(), "\"picture\" is not a whole number");
        return new Explanation(
                required(node, "method"),
                settings,
                target,
                picture.isInt() ? OptionalInt.of(picture.intValue()) : OptionalInt.empty());
    }

    private static JsonNode list(JsonNode node, String field) {
        JsonNode list = node.path(field);
        require(list.isMissingNode() || list.isArray(), "\"" + field + "\" is not a list");
        return list;
    }

    private static String required(JsonNode node, String field) {
        require(node.path(field).isTextual(), "\"" + field + "\" is missing");
        return node.get(field).textValue();
    }

    private static String textOf(JsonNode node, String field) {
        return node.hasNonNull(field) ? required(node, field) : "";
    }

    private static void require(boolean fits, String clause) {
        if (!fits) {
            throw new IllegalArgumentException(clause);
        }
    }
}
