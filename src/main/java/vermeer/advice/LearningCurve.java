package vermeer.advice;

import java.util.List;
import java.util.Optional;
import vermeer.evaluation.Interval;

/**
 * The error of heads that learnt from ever more of the pictures, and what the trend promises.
 *
 * @param points the fewest pictures first
 * @param law the trend through the points
 * @param forecasts the error at two, four and eight times as many pictures
 * @param goals how many more pictures lower the error by one, two and five points; only goals that leave an error above 0
 */
public record LearningCurve(List<Point> points, PowerLaw law, List<Forecast> forecasts, List<Goal> goals) {

    /**
     * @param pictures learnt from, a class, on average
     * @param error on pictures that were not learnt from, with the interval that few of them and chance leave
     * @param trainError on the pictures learnt from
     */
    public record Point(double pictures, Interval error, double trainError) {}

    /** The error expected with so many pictures a class. */
    public record Forecast(double pictures, Interval error) {}

    /**
     * How many more pictures a class lower the error.
     *
     * @param fall by how much, as a share
     * @param more pictures a class; ends are infinite where the trend never gets there
     * @param within the share of the possible trends that get there at all
     */
    public record Goal(double fall, Interval more, double within) {}

    public LearningCurve {
        points = List.copyOf(points);
        forecasts = List.copyOf(forecasts);
        goals = List.copyOf(goals);
    }

    /** The curve with all pictures. */
    public Point last() {
        return points.get(points.size() - 1);
    }

    /** The goal that is worth telling first: two points where that is possible, else one. */
    public Optional<Goal> usual() {
        return goals.stream().filter(goal -> goal.fall() == 0.02).findFirst().or(() -> goals.stream()
                .findFirst());
    }
}
