package vermeer.ui.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.ProfileException;
import vermeer.model.Belief;
import vermeer.model.Source;

class ProfileEditTest {
    private final InputProfile profile = InputProfile.imageNet(224, 224);

    @Test
    void unchangedTextsGiveTheSameProfile() throws ProfileException {
        List<IntakeRow> rows =
                List.of("size", "channels", "layout", "mean", "std", "resize", "interpolation", "output").stream()
                        .map(this::row)
                        .toList();
        assertEquals(profile, ProfileEdit.apply(profile, rows));
        assertTrue(rows.stream().noneMatch(IntakeRow::changed));
    }

    @Test
    void editedFieldsAreTaken() throws ProfileException {
        InputProfile edited =
                ProfileEdit.apply(profile, List.of(row("mean", "127.5; 127.5 127.5"), row("channels", "BGR")));
        assertEquals(List.of(127.5, 127.5, 127.5), edited.mean());
        assertEquals(ChannelOrder.BGR, edited.channels());
        assertEquals(profile.std(), edited.std());
    }

    @Test
    void anotherSizeTakesTheResizeRuleAlong() throws ProfileException {
        InputProfile edited = ProfileEdit.apply(profile, List.of(row("size", "160 x 128")));
        assertEquals(160, edited.width());
        assertEquals(128, edited.height());
        assertTrue(edited.resizeText().contains("160 x 128"), edited.resizeText());
    }

    @ParameterizedTest
    @CsvSource({"size, large", "mean, 'a, b, c'", "std, '0, 1, 1'", "resize, somehow", "channels, CMY", "size, 0 x 4"})
    void impossibleValuesAreOneSentence(String field, String text) {
        ProfileException wrong =
                assertThrows(ProfileException.class, () -> ProfileEdit.apply(profile, List.of(row(field, text))));
        assertFalse(wrong.getMessage().isBlank());
        assertFalse(wrong.getMessage().contains("Exception"), wrong.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "layout", "output"})
    void whatTheNetworkItselfSaysIsNotEdited(String field) {
        Belief belief = new Belief(field, "", Source.GRAPH, false, "");
        assertTrue(new IntakeRow(belief, "", List.of()).fixed());
    }

    private IntakeRow row(String field) {
        Belief belief = new Belief(field, "", Source.GUESS, true, "");
        return new IntakeRow(belief, ProfileEdit.text(profile, field), List.of());
    }

    private IntakeRow row(String field, String text) {
        IntakeRow row = row(field);
        row.valueProperty().set(text);
        return row;
    }
}
