package vermeer.data.label;

import java.nio.file.Path;
import vermeer.data.DataException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Where the labels of a folder's pictures are. */
public sealed interface LabelSource permits FolderNames, TableColumns, NamePattern {

    /**
     * Finds the pictures of a folder and their labels. Looks at names only, never into pictures.
     *
     * @param folder sub-folders included; links to folders are not followed
     * @throws DataException where the folder or the labels cannot be read, or no picture has a label
     * @apiNote Long-running for thousands of files.
     */
    LabelReading read(Path folder, Progress progress) throws DataException, CancelledException;
}
