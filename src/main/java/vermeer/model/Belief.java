package vermeer.model;

/**
 * One thing that Vermeer believes about a model.
 *
 * @param field what it is about, as the profile file calls it: {@code size}, {@code channels}, {@code layout}, {@code mean},
 *     {@code std}, {@code resize}, {@code interpolation}, {@code output}, {@code classes}
 * @param value what is believed, in words
 * @param source where it comes from
 * @param guessed whether it may well be wrong and should be checked by the user
 * @param why one sentence for the user
 */
public record Belief(String field, String value, Source source, boolean guessed, String why) {}
