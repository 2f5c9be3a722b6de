package vermeer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final ObjectMapper json = StrictJson.mapper(20);

    @Test
    void plainJsonIsRead() throws JsonProcessingException {
        assertEquals(3, json.readTree("{\"a\":[1,2,3]}").get("a").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":\"a text of more than twenty characters\"}",
            })
    void whatIsNotPlainIsRefused(String text) {
        assertThrows(JsonProcessingException.class, () -> json.readTree(text));
    }

    @Test
    void endlessNestingIsRefused() {
        assertThrows(JsonProcessingException.class, () -> json.readTree("[".repeat(200) + "]".repeat(200)));
    }
}
