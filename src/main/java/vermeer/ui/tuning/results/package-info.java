/** The step that shows how good the network is: from a cell of the confusion matrix to a picture to maps of its classes. */
package vermeer.ui.tuning.results;
