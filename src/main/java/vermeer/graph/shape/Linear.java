package vermeer.graph.shape;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/**
 * A number that is linear in the batch size N >= 1: {@code fixed + perBatch * N}. Results that are not linear are NaN.
 */
record Linear(double fixed, double perBatch) {
    static final Linear UNKNOWN = new Linear(Double.NaN, 0);

    /** One number made of another. */
    @FunctionalInterface
    interface Unary {
        Linear apply(Linear value);
    }

    /** One number made of two. */
    @FunctionalInterface
    interface Binary {
        Linear apply(Linear a, Linear b);
    }

    static Linear of(double fixed) {
        return new Linear(fixed, 0);
    }

    private boolean plain() {
        return perBatch == 0;
    }

    Linear add(Linear other) {
        return new Linear(fixed + other.fixed, perBatch + other.perBatch);
    }

    Linear subtract(Linear other) {
        return new Linear(fixed - other.fixed, perBatch - other.perBatch);
    }

    Linear negate() {
        return new Linear(-fixed, -perBatch);
    }

    Linear multiply(Linear other) {
        if (plain()) {
            return plain() && fixed == 0 && !other.plain()
                    ? of(0)
                    : new Linear(fixed * other.fixed, other.plain() ? 0 : fixed * other.perBatch);
        }
        return other.plain() ? other.multiply(this) : UNKNOWN;
    }

    /** A quotient of real numbers. */
    Linear divide(Linear other) {
        if (other.plain()) {
            return new Linear(fixed / other.fixed, plain() ? 0 : perBatch / other.fixed);
        }
        return fixed == 0 && other.fixed == 0 ? of(perBatch / other.perBatch) : UNKNOWN;
    }

    /** A quotient of whole numbers, rounded to zero. */
    Linear divideWhole(Linear other) {
        if (other.plain() && other.fixed == 0) {
            return UNKNOWN;
        }
        Linear quotient = divide(other);
        if (quotient.plain()) {
            boolean exact = plain() && other.plain() || quotient.fixed == Math.rint(quotient.fixed);
            return exact ? of(quotient.fixed < 0 ? Math.ceil(quotient.fixed) : Math.floor(quotient.fixed)) : UNKNOWN;
        }
        boolean whole =
                quotient.fixed == Math.rint(quotient.fixed) && quotient.perBatch == Math.rint(quotient.perBatch);
        return whole ? quotient : UNKNOWN;
    }

    Linear abs() {
        if (plain()) {
            return of(Math.abs(fixed));
        }
        Integer sign = order(of(0));
        return sign == null ? UNKNOWN : sign < 0 ? negate() : this;
    }

    Linear max(Linear other) {
        Integer order = order(other);
        return order == null ? UNKNOWN : order >= 0 ? this : other;
    }

    Linear min(Linear other) {
        Integer order = order(other);
        return order == null ? UNKNOWN : order <= 0 ? this : other;
    }

    Linear and(Linear other) {
        boolean no = isFalse() || other.isFalse();
        return no ? of(0) : open() || other.open() ? UNKNOWN : of(1);
    }

    Linear or(Linear other) {
        boolean yes = isTrue() || other.isTrue();
        return yes ? of(1) : open() || other.open() ? UNKNOWN : of(0);
    }

    boolean open() {
        return Double.isNaN(fixed) || !plain();
    }

    boolean isTrue() {
        return !open() && fixed != 0;
    }

    private boolean isFalse() {
        return !open() && fixed == 0;
    }

    /** -1, 0 or 1 where this is smaller than, equal to or larger than the other for every batch size; else null. */
    Integer order(Linear other) {
        double slope = perBatch - other.perBatch;
        double atOne = fixed - other.fixed + slope;
        if (Double.isNaN(atOne)) {
            return null;
        }
        if (slope == 0 || atOne != 0 && Math.signum(atOne) == Math.signum(slope)) {
            return (int) Math.signum(atOne);
        }
        return null;
    }

    /** A function of numbers that do not depend on the batch. */
    static Unary only(DoubleUnaryOperator function) {
        return value -> value.plain() ? of(function.applyAsDouble(value.fixed)) : UNKNOWN;
    }

    /** Rounding, which leaves whole numbers as they are. */
    static Unary whole(DoubleUnaryOperator rounding) {
        return value -> {
            boolean whole = value.fixed == Math.rint(value.fixed) && value.perBatch == Math.rint(value.perBatch);
            return whole ? value : only(rounding).apply(value);
        };
    }

    /** A function of two numbers that do not depend on the batch. */
    static Binary both(DoubleBinaryOperator function) {
        return (a, b) -> a.plain() && b.plain() ? of(function.applyAsDouble(a.fixed, b.fixed)) : UNKNOWN;
    }

    /** A comparison that has one answer for every batch size. */
    static Binary ordered(IntPredicate holds) {
        return (a, b) -> {
            Integer order = a.order(b);
            return order == null ? UNKNOWN : of(holds.test(order) ? 1 : 0);
        };
    }
}
