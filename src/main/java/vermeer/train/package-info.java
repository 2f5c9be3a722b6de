/**
 * Fine-tuning: the plan of a run, its settings, its folder, its events and its result. The frozen part of a network runs once
 * over all pictures and its values are cached; what comes after the cut is trained by {@link vermeer.train.loop} in a process
 * of its own; both are joined to one model again.
 *
 * <p>Sub-packages: {@code cut} where a network is cut, {@code feature} the cached values, {@code loop} training itself.
 */
package vermeer.train;
