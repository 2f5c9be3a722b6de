package vermeer.train;

import java.util.List;

/**
 * The loss at learning rates that rise from step to step (Smith 2017, "cyclical learning rates").
 *
 * @param points in rising order
 * @param proposed a tenth of the rate at which the smoothed loss was lowest
 */
public record RateCurve(List<Point> points, double proposed) {

    /**
     * One step.
     *
     * @param rate the head's
     * @param loss smoothed, in nats
     */
    public record Point(double rate, double loss) {}

    public RateCurve {
        points = List.copyOf(points);
    }
}
