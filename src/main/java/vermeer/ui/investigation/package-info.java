/** The picture, network, class and map at hand, and the jobs that bring them; what all panels look at. */
package vermeer.ui.investigation;
