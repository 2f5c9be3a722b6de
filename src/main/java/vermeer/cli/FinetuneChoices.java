package vermeer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.data.DataException;
import vermeer.data.augmentation.Augmentation;
import vermeer.data.augmentation.Variants;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.setting.Setting;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.train.TrainingData;
import vermeer.train.TrainingSettings;

/**
 * What a user chose about a training run.
 *
 * @param forms how many changed forms of every training photo are shown besides itself
 * @param seeded whether the seed was given, so that it also decides the splits
 * @param balanced whether balancing was named, so that the folder's decision about it does not count
 */
record FinetuneChoices(
        TrainingSettings settings, Augmentation augmentation, int forms, boolean seeded, boolean balanced) {
    private static final String FORMS = "forms";
    private static final String BALANCING = "balancing";

    /** @throws SettingException where a name is unknown or a value is out of range */
    static FinetuneChoices of(Map<String, String> texts) throws SettingException {
        List<String> changing =
                Settings.of(new Augmentation()).stream().map(Setting::name).toList();
        Map<String, String> training = new LinkedHashMap<>();
        Map<String, String> augmentation = new LinkedHashMap<>();
        int forms = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getKey().equals(FORMS)) {
                forms = forms(text.getValue());
            } else if (changing.contains(text.getKey())) {
                augmentation.put(text.getKey(), text.getValue());
            } else {
                training.put(text.getKey(), text.getValue());
            }
        }
        if (!augmentation.isEmpty() && forms == 0) {
            throw new SettingException(
                    "Augmentation needs changed forms of the photos; add --set forms=4, for instance.");
        }
        return new FinetuneChoices(
                Settings.apply(new TrainingSettings(), training),
                Settings.apply(new Augmentation(), augmentation),
                forms,
                texts.containsKey("seed"),
                texts.containsKey(BALANCING));
    }

    private static int forms(String text) throws SettingException {
        try {
            int forms = Integer.parseInt(text.strip());
            if (forms >= 0 && forms <= 100) {
                return forms;
            }
        } catch (NumberFormatException noNumber) {
            throw new SettingException("The setting 'forms' takes 0 to 100, not '" + text + "'.");
        }
        throw new SettingException("The setting 'forms' takes 0 to 100, not '" + text + "'.");
    }

    /** The settings, with the balancing that was decided about the folder where none was named. */
    TrainingSettings settings(Path folder) throws DataException, SettingException {
        String decided = new DecisionsFile(folder).read().balance().balancing().name();
        return balanced ? settings : Settings.apply(settings, Map.of(BALANCING, decided));
    }

    /** What was decided about a folder; where a seed was given chance draws the splits with it. */
    Decisions decisions(Decisions decided) {
        return seeded ? decided.withPlan(decided.plan().withSeed(settings.seed())) : decided;
    }

    /** What is trained on, in the forms that were chosen. */
    TrainingData data(Prepared prepared) {
        TrainingData data = TrainingData.of(prepared);
        return forms == 0 ? data : data.withVariants(new Variants(augmentation, forms, Map.of(), settings.seed()));
    }
}
