/**
 * The step of tuning that trains: the network drawn with its cut, the settings of the next run, and the runs.
 *
 * <p>{@link vermeer.ui.tuning.run.RunViewModel} is what the next run will be, {@link vermeer.ui.tuning.run.RunQueue} the runs that
 * are known, {@link vermeer.ui.tuning.run.Run} one of them, which a {@code RunCourse} takes to its end. {@code PinnedMaps} explains
 * pinned pictures with the newest checkpoint; {@link vermeer.ui.tuning.run.RatesViewModel} looks for a learning rate, {@link
 * vermeer.ui.tuning.run.TrialsViewModel} for a network and a cut.
 */
package vermeer.ui.tuning.run;
