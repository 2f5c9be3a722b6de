package vermeer.attribution;

/**
 * What a user is told of a method.
 *
 * @param shows what its map shows, one or two sentences
 * @param doesNotShow what a user may wrongly read into it
 * @param cost in forward or gradient passes
 * @param paper authors, title, year
 */
public record MethodNotes(String shows, String doesNotShow, String cost, String paper) {}
