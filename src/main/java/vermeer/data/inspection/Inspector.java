package vermeer.data.inspection;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.Example;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Sha256;

/**
 * Looks into every picture of a dataset. One picture is in memory at a time; what is kept of each is a few hundred bytes.
 *
 * @param decoder reads pictures
 */
public record Inspector(Decoder decoder) {
    private static final int SIDE = 256;

    /**
     * Inspects.
     *
     * @param known what is known from the last time; brought up to date, also where this is cancelled
     * @throws DataException where the folder goes away meanwhile
     * @apiNote Long-running: about as long as reading all pictures.
     */
    public Inspection inspect(Dataset dataset, KnownFacts known, Progress progress)
            throws DataException, CancelledException {
        try {
            return inspect(dataset, Optional.of(known), progress);
        } finally {
            known.save();
        }
    }

    /** Inspects every picture anew. */
    public Inspection inspect(Dataset dataset, Progress progress) throws DataException, CancelledException {
        return inspect(dataset, Optional.empty(), progress);
    }

    private Inspection inspect(Dataset dataset, Optional<KnownFacts> known, Progress progress)
            throws DataException, CancelledException {
        List<Example> all = Stream.concat(dataset.pictures().stream(), dataset.synthetic().stream())
                .map(Example.class::cast)
                .toList();
        Map<String, PictureFacts> facts = new LinkedHashMap<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            progress.checkCancelled();
            progress.report(i, all.size());
            Example example = all.get(i);
            try {
                facts.put(example.key(), facts(example, known, progress));
            } catch (PictureException broken) {
                if (!Files.isDirectory(dataset.folder())) {
                    throw new DataException(
                            "The folder '" + dataset.folder() + "' was removed while its pictures were looked at;"
                                    + " choose it again.",
                            broken);
                }
                unreadable.add(new Unreadable(example, broken.getMessage()));
            }
        }
        progress.report(all.size(), all.size());
        return Inspection.of(dataset.pictures(), facts, unreadable);
    }

    private PictureFacts facts(Example example, Optional<KnownFacts> known, Progress progress)
            throws PictureException, CancelledException {
        Optional<PictureFacts> before = known.flatMap(all -> all.find(example));
        if (before.isPresent()) {
            return before.get();
        }
        PictureFacts now = look(example, progress);
        known.ifPresent(all -> all.put(example, now));
        return now;
    }

    private PictureFacts look(Example example, Progress progress) throws PictureException, CancelledException {
        Optional<String> sha256 = Sha256.of(example.file());
        Picture picture = decoder.decode(example.file(), progress);
        Luminance small = Luminance.of(picture, SIDE);
        return new PictureFacts(
                example.key(),
                picture.width(),
                picture.height(),
                sha256.orElse(example.key()),
                small.mean(),
                small.sharpness(),
                PerceptualHash.of(small));
    }
}
