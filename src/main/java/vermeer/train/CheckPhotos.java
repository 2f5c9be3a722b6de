package vermeer.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.image.Decoder;
import vermeer.image.InputProfile;
import vermeer.image.PictureException;
import vermeer.image.Preprocessing;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** The photos of a run on which the files that it writes are checked. */
record CheckPhotos(Decoder decoder, InputProfile profile, RunPlan plan) {
    private static final int MOST = 20;

    /** @param usual what a profile that says little leaves open */
    static CheckPhotos of(Decoder decoder, InputProfile usual, RunPlan plan) throws TrainingException {
        try {
            InputProfile profile = ProfileJson.parse(plan.model().profile(), "the run's plan", usual)
                    .profile();
            return new CheckPhotos(decoder, profile, plan);
        } catch (ProfileException damaged) {
            throw new TrainingException(damaged.getMessage(), damaged);
        }
    }

    /** Which of so many pictures are looked at: up to {@value #MOST}, evenly spread. */
    static List<Integer> chosen(int pictures) {
        int count = Math.min(MOST, pictures);
        return IntStream.range(0, count)
                .map(i -> Math.toIntExact((long) i * pictures / count))
                .boxed()
                .toList();
    }

    /** The keys of the photos: of dev, or of train where there is no dev. */
    List<String> keys() {
        RunPlan.Part part =
                plan.rows().dev().size() > 0 ? plan.rows().dev() : plan.rows().train();
        return chosen(part.size()).stream().map(part.keys()::get).toList();
    }

    /** A photo as the network reads it; empty where it is gone or cannot be read. */
    Optional<Tensor> input(String key, Progress progress) throws CancelledException {
        try {
            Path photo = Path.of(plan.rows().folder()).resolve(key);
            return Optional.of(new Preprocessing(profile).input(decoder.decode(photo, progress)));
        } catch (PictureException gone) {
            return Optional.empty();
        }
    }
}
