/** Two networks on the same pictures: is the second better, on what, and why do they answer differently? */
package vermeer.ui.tuning.comparison;
