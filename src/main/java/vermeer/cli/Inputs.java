package vermeer.cli;

import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.model.OpenModel;

/** What a command works on, one input after another. */
sealed interface Inputs permits PictureInputs, TensorInputs {

    /** The number of inputs. */
    int count(OpenModel model) throws CommandException;

    /**
     * Reads an input as the model wants it.
     *
     * @throws PictureException where this one cannot be read; the others may be fine
     */
    NetworkInput read(int index, OpenModel model, Surroundings surroundings)
            throws PictureException, CommandException, CancelledException;
}
