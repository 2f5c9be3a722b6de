/**
 * Pictures made by a network: what excites a class, a channel or a neuron, what a layer remembers of a picture, what it sees
 * in one. All are ascents or descents along the gradient of an {@link vermeer.dream.Objective} with respect to the picture.
 * One record a method; its components are its settings; {@link vermeer.dream.Dreams} lists them.
 *
 * <p>Arrows: model, attribution (for notes and Adam), image, setting; nothing here knows the command line or the window.
 */
package vermeer.dream;
