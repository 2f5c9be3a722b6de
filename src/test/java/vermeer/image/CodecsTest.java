package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodecsTest {
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void whatDecodesInTheWindowsProcessIsJavas(PictureFormat format) throws Exception {
        boolean javas = "java.desktop"
                .equals(Codecs.reader(format).getClass().getModule().getName());

        assertEquals(!format.needsWorker(), javas);
    }

    @Test
    void theContextIsLeftAsItWas() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        Codecs.pngWriter();

        assertEquals(before, Thread.currentThread().getContextClassLoader());
    }
}
