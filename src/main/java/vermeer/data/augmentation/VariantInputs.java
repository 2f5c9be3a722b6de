package vermeer.data.augmentation;

import java.nio.file.Path;
import java.util.SplittableRandom;
import vermeer.data.Example;
import vermeer.image.Decoder;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.Preprocessing;
import vermeer.image.Resize;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * Makes what a network reads of forms of examples. The original is exactly what the network reads at prediction. A changed form is
 * turned and cut at up to three times the network's size, brought to that size by the profile, then retouched.
 *
 * @param variants the settings that the forms are of
 * @param profile how a picture becomes an input
 * @param decoder reads files
 */
public record VariantInputs(Variants variants, InputProfile profile, Decoder decoder) {
    private static final int WORKING_SIZE = 3;

    /**
     * The input of one form.
     *
     * @return {@code [1, shape...]} in the profile's layout
     * @throws PictureException where a file cannot be read
     */
    public Tensor input(Variant variant, Progress progress) throws PictureException, CancelledException {
        if (variant.original()) {
            return new Preprocessing(profile).input(read(variant.example().file(), progress));
        }
        Tensor own = sized(changed(variant.example(), variant.number(), 0, progress));
        if (variant.mixed().isPresent()) {
            Variant.Mixed mixed = variant.mixed().get();
            Tensor other = sized(changed(mixed.example(), variant.number(), 2, progress));
            float share = (float) mixed.share();
            for (int i = 0; i < own.data().length; i++) {
                own.data()[i] += share * (other.data()[i] - own.data()[i]);
            }
        }
        return own;
    }

    /** The form as the network sees it, for people. */
    public Picture picture(Variant variant, Progress progress) throws PictureException, CancelledException {
        return new Preprocessing(profile).asSeen(input(variant, progress));
    }

    private Picture read(Path file, Progress progress) throws PictureException, CancelledException {
        return decoder.decode(file, progress);
    }

    private Picture changed(Example example, int number, int stream, Progress progress)
            throws PictureException, CancelledException {
        SplittableRandom random = variants.random(example, number, stream);
        Picture working =
                read(example.file(), progress).fitting(WORKING_SIZE * Math.max(profile.width(), profile.height()));
        Augmentation how = variants.augmentation();
        Picture warped =
                Warp.draw(how, working.width(), working.height(), random).apply(working);
        Preprocessing preprocessing = new Preprocessing(profile);
        return Retouch.apply(how, preprocessing.asSeen(preprocessing.input(warped)), random);
    }

    /** The input of a picture that has the network's size already. */
    private Tensor sized(Picture picture) {
        return new Preprocessing(profile.withResize(new Resize.Stretch())).input(picture);
    }
}
