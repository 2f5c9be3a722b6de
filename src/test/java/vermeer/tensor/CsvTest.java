package vermeer.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void everyRowIsALineWithPointsWhateverTheLanguage() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            Csv.write(new Tensor(new int[] {2, 3}, new float[] {1.5f, -2, 0, 0.1f, 1e-9f, 7}), out);

            assertEquals("1.5,-2.0,0.0\n0.1,1.0E-9,7.0\n", out.toString(StandardCharsets.US_ASCII));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void onlyAMatrixIsATable() {
        assertThrows(IllegalArgumentException.class, () -> Csv.write(Tensor.zeros(2), new ByteArrayOutputStream()));
    }
}
