package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KerasJsonTest {
    private static JsonNode model(String kind, String settings) throws Exception {
        return new ObjectMapper()
                .readTree("{\"config\":{\"layers\":[{\"class_name\":\"" + kind + "\",\"config\":{\"name\":\"it\","
                        + settings + "}}]}}");
    }

    @Test
    void aWholeNumberAsMaximumOfAReluBecomesTheNumberThatDl4jCasts() throws Exception {
        JsonNode model = model("ReLU", "\"max_value\":6");
        KerasJson.mend(model);
        JsonNode max = model.at("/config/layers/0/config/max_value");
        assertTrue(max.isDouble());
        assertEquals(6.0, max.doubleValue());
    }

    @Test
    void whatDl4jWouldIgnoreIsRefusedWithTheLayersName() throws Exception {
        JsonNode pooling = model("GlobalAveragePooling2D", "\"keepdims\":true");
        ConversionException kept = assertThrows(ConversionException.class, () -> KerasJson.mend(pooling));
        assertTrue(kept.getMessage().contains("'it' (GlobalAveragePooling2D) has keepdims=True"), kept.getMessage());
        JsonNode grouped = model("Conv2D", "\"groups\":4");
        ConversionException groups = assertThrows(ConversionException.class, () -> KerasJson.mend(grouped));
        assertTrue(groups.getMessage().contains("groups=4"), groups.getMessage());
    }

    @Test
    void theInputsShapeIsReadInBothLayoutsAndMayBeOpen() throws Exception {
        InputShapes last = KerasJson.shapes(model("InputLayer", "\"batch_input_shape\":[null,96,128,3]"));
        assertArrayEquals(new long[] {96, 128, 3}, last.shape(Optional.empty(), true));
        InputShapes first = KerasJson.shapes(model("InputLayer", "\"batch_shape\":[null,1,28,28]"));
        assertArrayEquals(new long[] {1, 28, 28}, first.shape(Optional.empty(), false));
        InputShapes open = KerasJson.shapes(model("InputLayer", "\"batch_input_shape\":[null,null,null,3]"));
        assertTrue(open.open());
        assertArrayEquals(new long[] {160, 160, 3}, open.shape(Optional.of(new int[] {160, 160}), true));
    }

    @Test
    void aModelWithoutPicturesIsRefused() throws Exception {
        JsonNode model = model("InputLayer", "\"batch_input_shape\":[null,10]");
        assertThrows(ConversionException.class, () -> KerasJson.shapes(model));
    }
}
