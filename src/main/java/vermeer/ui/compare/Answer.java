package vermeer.ui.compare;

import vermeer.image.Picture;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;

/**
 * A network's answer for a picture of which only a small image is kept, so that many fit into memory. Regions stay in the
 * pixels of the original.
 *
 * @param prediction its picture is the small image
 * @param width of the original picture
 * @param height of the original picture
 */
record Answer(Prediction prediction, int width, int height) {
    static final int LONGER_SIDE = 1024;

    static Answer of(Prediction full) {
        Picture original = full.picture().picture();
        OpenPicture small = new OpenPicture(
                full.picture().file(),
                original.fitting(LONGER_SIDE),
                full.picture().checksum());
        return new Answer(
                new Prediction(small, full.network(), full.input(), full.ranking()),
                original.width(),
                original.height());
    }

    Picture picture() {
        return prediction.picture().picture();
    }
}
