/**
 * Attacks: how little it takes to make a network answer wrongly. One record an attack; its components are its settings;
 * {@link vermeer.attack.Attacks} lists them. {@link vermeer.attack.Attacking} runs one on one picture.
 *
 * <p>Sizes are in levels of 8 bits, 0 to 255, of the original picture ({@link vermeer.attack.Space#PICTURE}), or of the
 * network's input ({@link vermeer.attack.Space#INPUT}). What counts is the picture rounded to 8 bits and classified again.
 */
package vermeer.attack;
