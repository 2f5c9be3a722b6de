package vermeer.data;

import java.util.Locale;
import java.util.Optional;

/**
 * What a picture is used for. Train-dev is held out of what the network is trained on; dev and test come from where it will be
 * used. The gaps between the errors on them tell variance from data mismatch.
 */
public enum Split {
    TRAIN("train"),
    TRAIN_DEV("train-dev"),
    DEV("dev"),
    TEST("test");

    private final String text;

    Split(String text) {
        this.text = text;
    }

    /** The name for people, files and the command line. */
    public String text() {
        return text;
    }

    /** The split that a folder of this name holds by custom, such as {@code val} or {@code Validation} for dev. */
    public static Optional<Split> ofFolder(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "train", "training" -> Optional.of(TRAIN);
            case "train-dev", "traindev" -> Optional.of(TRAIN_DEV);
            case "dev", "val", "valid", "validation" -> Optional.of(DEV);
            case "test", "testing" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }

    /**
     * The split of this name.
     *
     * @throws IllegalArgumentException where no split has it; the message is a clause
     */
    public static Split parse(String text) {
        return ofFolder(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" is no split; there are train, train-dev, dev and test"));
    }
}
