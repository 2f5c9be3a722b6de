package vermeer.image;

/**
 * How a picture is resized: Pillow's filters, which widen with the reduction and so average what they shrink
 * (antialiasing).
 */
public enum Interpolation {
    NEAREST(0) {
        @Override
        double weight(double x) {
            throw new UnsupportedOperationException("nearest has no weights");
        }
    },
    BILINEAR(1) {
        @Override
        double weight(double x) {
            return Math.max(0, 1 - Math.abs(x));
        }
    },
    BICUBIC(2) {
        @Override
        double weight(double x) {
            double t = Math.abs(x);
            if (t < 1) {
                return ((CUBIC + 2) * t - (CUBIC + 3)) * t * t + 1;
            }
            return t < 2 ? (((t - 5) * t + 8) * t - 4) * CUBIC : 0;
        }
    },
    LANCZOS(3) {
        @Override
        double weight(double x) {
            return -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    };

    /** Keys' parameter of the cubic kernel, as Pillow and Catmull-Rom have it. */
    private static final double CUBIC = -0.5;

    private final double support;

    Interpolation(double support) {
        this.support = support;
    }

    /** Half the kernel's width in source pixels, at no reduction. */
    double support() {
        return support;
    }

    /** The kernel at a distance of {@code x} source pixels, before the weights are normalised. */
    abstract double weight(double x);

    private static double sinc(double x) {
        double angle = x * Math.PI;
        return x == 0 ? 1 : Math.sin(angle) / angle;
    }
}
