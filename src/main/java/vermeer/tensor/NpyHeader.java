package vermeer.tensor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header of a {@code .npy} file says.
 *
 * @param type how a value is stored
 * @param bigEndian the order of a value's bytes
 * @param fortran whether the first axis varies fastest
 * @param shape the extents, outermost first
 */
record NpyHeader(NpyType type, boolean bigEndian, boolean fortran, int[] shape) {
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=])(\\w{1,4})['\"]");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");
    private static final int MAX_AXES = 32;

    /**
     * Reads the Python dictionary that the header is.
     *
     * @throws IllegalArgumentException where it is none, or of a type that is not a number; the message is a clause
     */
    static NpyHeader parse(String text) {
        Matcher descr = find(DESCR, text, "its type is not a plain number");
        Matcher order = find(ORDER, text, "its header does not say the order of its values");
        Matcher shape = find(SHAPE, text, "its header does not say a shape");
        return new NpyHeader(
                NpyType.of(descr.group(2)),
                descr.group(1).equals(">"),
                order.group(1).equals("True"),
                extents(shape.group(1)));
    }

    private static Matcher find(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(otherwise);
        }
        return matcher;
    }

    private static int[] extents(String list) {
        if (list.isBlank()) {
            return new int[0];
        }
        String[] parts = list.replaceAll("[L\\s]", "").split(",");
        if (parts.length == 0 || parts.length > MAX_AXES) {
            throw new IllegalArgumentException("it does not have 0 to " + MAX_AXES + " axes");
        }
        int[] shape = new int[parts.length];
        for (int axis = 0; axis < parts.length; axis++) {
            try {
                shape[axis] = Integer.parseInt(parts[axis]);
            } catch (NumberFormatException tooLarge) {
                throw new IllegalArgumentException("its header asks for an axis of " + parts[axis] + " values");
            }
        }
        return shape;
    }

    /** The number of values; {@link Long#MAX_VALUE} where it is beyond counting. */
    long size() {
        try {
            return Tensor.size(shape);
        } catch (ArithmeticException overflow) {
            return Long.MAX_VALUE;
        }
    }
}
