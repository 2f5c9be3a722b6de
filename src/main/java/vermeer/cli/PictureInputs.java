package vermeer.cli;

import java.util.List;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.model.OpenModel;

/** Picture files, preprocessed as the model's profile says. */
record PictureInputs(List<FoundPicture> pictures) implements Inputs {

    @Override
    public int count(OpenModel model) {
        return pictures.size();
    }

    @Override
    public NetworkInput read(int index, OpenModel model, Surroundings surroundings)
            throws PictureException, CancelledException {
        FoundPicture found = pictures.get(index);
        Picture picture = surroundings.pictures().decode(found.file(), surroundings.progress());
        picture.notices().forEach(surroundings.terminal().err()::println);
        Preprocessing preprocessing = model.preprocessing();
        return new NetworkInput(
                found.file().toString(),
                found.folder(),
                found.stem(),
                preprocessing.input(picture),
                picture,
                preprocessing.seen(picture));
    }
}
