package vermeer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.graph.Graph;

/** Collects the profiles that somebody wrote for a model. */
final class ProfileTexts {
    private static final long MAX_BYTES = 1 << 20;
    private static final List<String> FIELDS = List.of(
            "height", "width", "channels", "layout", "resize", "interpolation", "mean", "std", "output", "classes");

    private ProfileTexts() {}

    /**
     * The profiles for a file, least trusted first.
     *
     * @param option the profile that the user named
     */
    static List<ProfileText> of(SourceFile file, Optional<Path> option, Graph graph) throws ModelException {
        List<ProfileText> texts = new ArrayList<>();
        Metadata.profile(graph.metadata())
                .map(json -> new ProfileText(Source.METADATA, "in the model file", json, Optional.empty()))
                .ifPresent(texts::add);
        Path beside = beside(file.path());
        if (Files.isRegularFile(beside)) {
            texts.add(read(Source.FILE, beside));
        }
        if (option.isPresent()) {
            texts.add(read(Source.OPTION, option.get()));
        }
        // a checksum reads the whole file, which takes longer than all else: not where nothing is left to be known
        if (texts.stream().noneMatch(ProfileTexts::saysEverything)) {
            known(file)
                    .map(known -> new ProfileText(Source.KNOWN, known.name(), known.profile(), Optional.empty()))
                    .ifPresent(known -> texts.add(0, known));
        }
        return texts;
    }

    private static boolean saysEverything(ProfileText text) {
        return FIELDS.stream().allMatch(field -> text.json().contains('"' + field + '"'));
    }

    /** The place of a model's profile: beside it, under its name, ending in {@code .profile.json}. */
    static Path beside(Path model) {
        String name =
                model.getFileName() == null ? "model" : model.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return model.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".profile.json");
    }

    private static Optional<KnownModels.KnownModel> known(SourceFile file) {
        try {
            return KnownModels.find(file, Files.size(file.path()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static ProfileText read(Source source, Path file) throws ModelException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ModelException("The profile '" + file + "' is larger than 1 MB; a profile has a few lines.");
            }
            Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
            return new ProfileText(source, file.toString(), Files.readString(file), folder);
        } catch (IOException unreadable) {
            throw new ModelException(
                    "The profile '" + file + "' cannot be read; check its name and that it is UTF-8 text.", unreadable);
        }
    }
}
