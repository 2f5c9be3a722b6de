/** From a file to a network's input and back to a picture: decoding within limits, profiles, heat maps, colours. */
package vermeer.image;
