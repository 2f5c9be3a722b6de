package vermeer.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vermeer.model.OpenModel;

/** Finds the class that a user means by an index or a name. */
record ClassChoice(List<String> names) {
    private static final int NAMES_IN_MESSAGES = 5;

    /** The class that a command's option names; empty where the option is left out. */
    static Optional<Integer> of(String target, OpenModel opened, CommandSpec command) {
        try {
            return Optional.ofNullable(target).map(new ClassChoice(opened.classNames())::index);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(command.commandLine(), none.getMessage());
        }
    }

    /**
     * The index of a class.
     *
     * @param text an index, a class's whole name, one of the names it lists between commas, or a part that only one class
     *     has; small and capital letters are the same
     * @throws IllegalArgumentException where no class or more than one is meant; the message is one sentence
     */
    int index(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.matches("\\d{1,9}")) {
            int index = Integer.parseInt(wanted);
            if (index >= names.size()) {
                throw new IllegalArgumentException("There is no class " + index + "; the model has " + names.size()
                        + " classes, 0 to " + (names.size() - 1) + ".");
            }
            return index;
        }
        for (Match match : Match.values()) {
            List<Integer> found = IntStream.range(0, names.size())
                    .filter(index -> match.fits(names.get(index).toLowerCase(Locale.ROOT), wanted))
                    .boxed()
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (!found.isEmpty()) {
                throw new IllegalArgumentException(
                        "The class '" + text + "' is not unique; give one of the indices " + list(found) + ".");
            }
        }
        throw new IllegalArgumentException("The model has no class '" + text + "'.");
    }

    private enum Match {
        WHOLE,
        LISTED,
        PART;

        boolean fits(String name, String wanted) {
            return switch (this) {
                case WHOLE -> name.equals(wanted);
                case LISTED -> List.of(name.split("\\s*,\\s*")).contains(wanted);
                case PART -> !wanted.isEmpty() && name.contains(wanted);
            };
        }
    }

    private String list(List<Integer> indices) {
        String some = indices.stream()
                .limit(NAMES_IN_MESSAGES)
                .map(index -> index + " (" + names.get(index) + ")")
                .collect(Collectors.joining(", "));
        return indices.size() > NAMES_IN_MESSAGES
                ? some + " and " + (indices.size() - NAMES_IN_MESSAGES) + " more"
                : some;
    }
}
