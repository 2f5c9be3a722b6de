package vermeer.session;

/**
 * One picture of a session.
 *
 * @param file the picture's file
 * @param note what the user wrote about it; may be empty
 */
public record SessionPicture(FileReference file, String note) {}
