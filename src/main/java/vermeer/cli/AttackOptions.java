package vermeer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vermeer.attack.Attack;
import vermeer.attack.Attacks;
import vermeer.attack.SmallestEpsilon;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** Which attack, with which settings. */
final class AttackOptions {
    private static final String EPSILON = "epsilon";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            completionCandidates = AttackNames.class,
            description = "The attack: ${COMPLETION-CANDIDATES}.")
    private String name;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the attack; may be repeated. --set space=input attacks the network's input,"
                    + " unrounded, for comparison with libraries.")
    private List<String> changes = List.of();

    @Option(
            names = "--epsilon",
            paramLabel = "LEVELS",
            description = "How large the change may be, in 8-bit levels of the original picture; the same as"
                    + " --set epsilon=LEVELS.")
    private String epsilon;

    /** The attack with its settings. */
    Attack attack() {
        Attack attack = Attacks.named(name)
                .orElseThrow(() -> refused("There is no attack '" + name + "'; known are "
                        + Attacks.all().stream().map(Attack::name).collect(Collectors.joining(", ")) + "."));
        List<String> all = new ArrayList<>(changes);
        if (epsilon != null) {
            requireEpsilon(attack);
            all.add(EPSILON + "=" + epsilon);
        }
        return with(attack, all);
    }

    /** Refuses an attack that has no epsilon. */
    void requireEpsilon(Attack attack) {
        if (!SmallestEpsilon.offeredBy(attack)) {
            throw refused(attack.title() + " takes no epsilon: it looks for a small change by itself.");
        }
    }

    private Attack with(Attack attack, List<String> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String change : settings) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw refused("--set takes a setting and its value, KEY=VALUE, not '" + change + "'.");
            }
            values.put(change.substring(0, equals), change.substring(equals + 1));
        }
        try {
            return Settings.apply(attack, values);
        } catch (SettingException wrong) {
            throw refused(attack.title() + ": " + wrong.getMessage());
        }
    }

    private ParameterException refused(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
