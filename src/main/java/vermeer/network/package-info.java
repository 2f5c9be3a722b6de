/**
 * The network, opened: its architecture as blocks and as a diagram, the feature maps of a layer on a picture, the weights of
 * its first layer, and what the channels of a layer answer to in a folder of pictures.
 *
 * <p>Arrows: model, graph, image; nothing here knows the command line or the window.
 */
package vermeer.network;
