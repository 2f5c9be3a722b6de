/**
 * An image classifier: a graph, the profile of its input, its class names, and what can be asked of it.
 *
 * <p>{@link vermeer.model.Models} is the one way to open one: the {@link vermeer.model.FormatSniffer} tells the file's format,
 * the {@link vermeer.model.ModelReader} of that format makes a graph of it (Deeplearning4j and Keras files by way of the
 * {@link vermeer.model.ConversionService}, whose worker process does the conversion and whose result is compared with the
 * source here), the graph is prepared and understood, and an {@link vermeer.model.IntakeReport} says what is believed of
 * its input and why. Arrows: engine, graph, image, worker, cache, job; nothing here knows the methods, the command line or the
 * window.
 *
 * <p>A <em>logit</em> is a class's score before the final softmax or sigmoid; explanations differentiate logits.
 */
package vermeer.model;
