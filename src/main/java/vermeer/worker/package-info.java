/**
 * Worker processes: separate Java processes for what must not be able to harm the window's. One for each purpose, so that
 * none can disturb another.
 *
 * <p>A worker reads requests as JSON lines from its standard input and answers with lines that start with
 * {@code @vermeer }; every other line is log. Arrays and models travel as files. It ends when its standard input closes.
 */
package vermeer.worker;
