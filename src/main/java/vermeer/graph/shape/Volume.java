package vermeer.graph.shape;

import vermeer.graph.Graph;

/** A number of elements: {@code factor} times the batch size to the power of {@code batches}. */
record Volume(long factor, int batches) {

    static Volume of(long... shape) throws UnknownShapeException {
        long factor = 1;
        int batches = 0;
        for (long extent : shape) {
            if (extent == Graph.UNKNOWN) {
                throw new UnknownShapeException();
            }
            factor = Math.multiplyExact(factor, Math.abs(extent));
            batches += extent < 0 ? 1 : 0;
        }
        return new Volume(factor, batches);
    }

    /** The extent that makes {@code part} this volume, or unknown where there is none. */
    long divided(Volume part) {
        int power = batches - part.batches;
        if (part.factor == 0 || factor % part.factor != 0 || power < 0 || power > 1) {
            return Graph.UNKNOWN;
        }
        return power == 0 ? factor / part.factor : -(factor / part.factor);
    }
}
