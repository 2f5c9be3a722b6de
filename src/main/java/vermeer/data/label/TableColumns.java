package vermeer.data.label;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.data.DataException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Labels in a table: comma-, semicolon- or tab-separated, with names in its first row.
 *
 * @param table the file
 * @param picture name of the column with the pictures: paths from the dataset's folder, or names of files without or with their
 *     ending
 * @param label name of the column with the labels
 * @param part name of the column that says what a picture is part of, such as {@code train}; by the first folder where there is none
 */
public record TableColumns(Path table, String picture, String label, Optional<String> part) implements LabelSource {

    public TableColumns {
        table = table.toAbsolutePath().normalize();
    }

    @Override
    public LabelReading read(Path folder, Progress progress) throws DataException, CancelledException {
        LabelTable rows = LabelTable.of(table);
        int pictures = rows.column(picture);
        int labels = rows.column(label);
        int parts = part.isPresent() ? rows.column(part.get()) : -1;
        FolderListing listing = FolderListing.of(folder, progress);
        Naming naming = new Naming(listing);
        Collecting collecting = new Collecting(listing);
        for (List<String> row : rows.rows()) {
            progress.checkCancelled();
            String name = LabelTable.cell(row, pictures);
            Optional<String> key = naming.key(name);
            if (key.isPresent()) {
                String own = parts < 0 ? NamePattern.part(key.get()) : LabelTable.cell(row, parts);
                collecting.add(key.get(), LabelTable.cell(row, labels), own);
            } else {
                collecting.leaveOut(name.isEmpty() ? "(a row without a name)" : name, naming.whyNot(name));
            }
        }
        naming.unused().forEach(key -> collecting.leaveOut(key, "is not in the table"));
        return collecting.reading("check that the column \"" + picture + "\" holds their names");
    }
}
