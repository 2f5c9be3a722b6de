/**
 * The first step of tuning: what the pictures are, where their labels are, how they are split, how they fit the network; what is
 * wrong with them, how unequal the classes are, and how photos are changed for training.
 */
package vermeer.ui.tuning.data;
