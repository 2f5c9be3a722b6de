package vermeer.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import vermeer.job.CancelledException;

/** A reader on a file, with its warnings; closing it frees the reader's native memory. */
record OpenReader(ImageReader reader, Watch watch, List<String> warnings) implements AutoCloseable {
    /** Readers also warn of what does not concern the pixels, such as a missing colour profile. */
    private static final Pattern DAMAGE = Pattern.compile("(?i)corrupt|damage|invalid|error|bogus|extraneous");

    static OpenReader of(ImageReader reader, Excerpt stream, Watch watch) {
        List<String> warnings = new ArrayList<>();
        reader.setInput(stream, true, true);
        reader.addIIOReadProgressListener(watch);
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(String.valueOf(warning)));
        return new OpenReader(reader, watch, warnings);
    }

    ImageReadParam parameters(Reduction reduction) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(reduction.step(), reduction.step(), 0, 0);
        return parameters;
    }

    /** The picture that was read, with notices, unless reading was stopped or the file ended before the picture. */
    Picture finish(Picture read, Path file, Reduction reduction)
            throws PictureException, Watch.LateException, CancelledException {
        watch.finish();
        for (String warning : warnings) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("premature") || text.contains("eof") || text.contains("truncated")) {
                throw PictureException.of(file, "ends before its picture does", "copy or download it again");
            }
        }
        List<String> notices = new ArrayList<>(reduction.notices(file));
        if (warnings.stream().anyMatch(warning -> DAMAGE.matcher(warning).find())) {
            notices.add(file.getFileName() + " is slightly damaged; some of its pixels may be wrong.");
        }
        return read.withNotices(notices);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
    }
}
