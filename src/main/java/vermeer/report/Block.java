package vermeer.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vermeer.image.ColourBar;
import vermeer.image.Pixels;

/** A piece of a report's content, which HTML and PDF each lay out in their own way. */
sealed interface Block {

    /** @param level 1 for the title, 2 for a chapter, 3 for a section */
    record Heading(int level, String text) implements Block {}

    /** @param note whether these are the user's own words, which keep their line breaks */
    record Paragraph(String text, boolean note) implements Block {}

    /** Items, one below another. */
    record Items(List<String> texts) implements Block {}

    /** Probabilities with a bar each. */
    record Probabilities(List<ClassProbability> classes) implements Block {}

    /**
     * A table.
     *
     * @param widths the columns' shares of the width, which add up to 1
     * @param strong the indices of rows that stand out
     */
    record Table(List<String> header, double[] widths, List<List<String>> rows, List<Integer> strong)
            implements Block {}

    /**
     * A square table of correlations, from -1 to 1.
     *
     * @param titles of the rows, and by their numbers of the columns
     */
    record Matrix(List<String> titles, List<List<Double>> values) implements Block {}

    /** Charts, as many beside each other as there is room for. */
    record Charts(List<Chart> charts) implements Block {}

    /** Drawings, as many beside each other as there is room for. */
    record Gallery(List<Drawing> drawings) implements Block {}

    /**
     * A drawn picture.
     *
     * @param title what it is
     * @param pixels drawn when they are needed, so that only one is in memory at a time
     * @param bar the map's colours and numbers; empty for a picture without a map
     * @param caption one paragraph an entry
     */
    record Drawing(String title, Supplier<Pixels> pixels, Optional<ColourBar> bar, List<String> caption) {}
}
