package vermeer.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vermeer.engine.EngineException;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/**
 * Pictures that an explanation compares with.
 *
 * @param inputs as the network reads them, batches of one
 * @param origin where they come from, for people
 */
record BaselinePictures(List<Tensor> inputs, String origin) {
    private static final String READABLE = "(?i).*\\.(png|jpe?g|gif|bmp)";

    BaselinePictures {
        inputs = List.copyOf(inputs);
    }

    /** The built-in baselines of a picture, each once. */
    static BaselinePictures builtIn(Scores model, Tensor input) {
        return new BaselinePictures(
                Arrays.stream(Baseline.values())
                        .map(baseline -> baseline.of(model, input))
                        .toList(),
                "the built-in baselines: zero, black, white, grey, mean colour and blur");
    }

    /**
     * Some pictures of a folder and its sub-folders, drawn by a seed. Files that cannot be read are left out, and counted in the origin.
     *
     * @param most how many are used at most
     * @throws EngineException where the folder cannot be read or has no picture; one sentence
     */
    static BaselinePictures ofFolder(Path folder, Scores model, int most, long seed, Progress progress)
            throws EngineException, CancelledException {
        List<Path> files = new ArrayList<>(files(folder));
        Collections.shuffle(files, new Random(seed));
        PictureReader reader = new PictureReader((file, unused) -> {
            throw new PictureException(file.getFileName() + " is no PNG, JPEG, GIF or BMP file; save it as PNG.");
        });
        List<Tensor> inputs = new ArrayList<>();
        int unreadable = 0;
        for (int i = 0; i < files.size() && inputs.size() < most; i++) {
            progress.checkCancelled();
            try {
                inputs.add(model.input(reader.read(files.get(i), progress)));
            } catch (PictureException leftOut) {
                unreadable++;
            }
            progress.report(Math.max(inputs.size(), i * most / files.size()), most);
        }
        if (inputs.isEmpty()) {
            throw new EngineException("The folder '" + folder
                    + "' has no picture that can be a baseline; choose one with PNG, JPEG, GIF or BMP pictures.");
        }
        return new BaselinePictures(
                inputs,
                inputs.size() + " of " + files.size() + " pictures of '" + folder + "'"
                        + (unreadable == 0 ? "" : ", " + unreadable + " could not be read"));
    }

    private static List<Path> files(Path folder) throws EngineException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.getFileName().toString().matches(READABLE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new EngineException(
                    "The folder '" + folder + "' of baselines cannot be read; choose another.", unreadable);
        }
    }
}
