package vermeer.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Minimises a smooth convex function: limited-memory BFGS with ten remembered steps and a backtracking line search (Nocedal
 * and Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 3.1).
 *
 * @param mostSteps at most so many steps
 * @param flat ends where the largest absolute slope is below this
 */
record Lbfgs(int mostSteps, double flat) {
    private static final int MEMORY = 10;
    private static final double ENOUGH = 1e-4;
    private static final int HALVINGS = 40;

    /** A function and its gradient. */
    @FunctionalInterface
    interface Function {
        /** @param gradient is written */
        double value(double[] at, double[] gradient);
    }

    /** A step taken, the change of the gradient along it, and one over their product. */
    private record Step(double[] moved, double[] turned, double inverse) {}

    double[] minimise(Function function, double[] start, Progress progress) throws CancelledException {
        double[] at = start.clone();
        double[] gradient = new double[at.length];
        double value = function.value(at, gradient);
        Deque<Step> steps = new ArrayDeque<>();
        for (int taken = 0; taken < mostSteps && largest(gradient) > flat; taken++) {
            progress.checkCancelled();
            progress.report(taken, mostSteps);
            double[] direction = direction(gradient, steps);
            double slope = dot(gradient, direction);
            double[] next = new double[at.length];
            double[] nextGradient = new double[at.length];
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double nextValue = Double.NaN;
            int halvings = 0;
            for (; halvings < HALVINGS; halvings++, length /= 2) {
                for (int i = 0; i < at.length; i++) {
                    next[i] = at[i] + length * direction[i];
                }
                nextValue = function.value(next, nextGradient);
                if (nextValue <= value + ENOUGH * length * slope) {
                    break;
                }
            }
            if (halvings == HALVINGS) {
                break;
            }
            remember(steps, at, next, gradient, nextGradient);
            at = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return at;
    }

    private static void remember(Deque<Step> steps, double[] at, double[] next, double[] gradient, double[] after) {
        double[] moved = minus(next, at);
        double[] turned = minus(after, gradient);
        double product = dot(moved, turned);
        if (product > 1e-12) {
            steps.addLast(new Step(moved, turned, 1 / product));
        }
        if (steps.size() > MEMORY) {
            steps.removeFirst();
        }
    }

    /** Minus the remembered inverse curvature times the gradient, by the two-loop recursion. */
    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = gradient.clone();
        List<Step> remembered = new ArrayList<>(steps);
        double[] shares = new double[remembered.size()];
        for (int i = shares.length - 1; i >= 0; i--) {
            Step step = remembered.get(i);
            shares[i] = step.inverse() * dot(step.moved(), direction);
            add(-shares[i], step.turned(), direction);
        }
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            double scale = 1 / (last.inverse() * dot(last.turned(), last.turned()));
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            Step step = remembered.get(i);
            double share = step.inverse() * dot(step.turned(), direction);
            add(shares[i] - share, step.moved(), direction);
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double factor, double[] values, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
