/** Photos changed as the world might have changed them, so that a network learns more from few of them. */
package vermeer.data.augmentation;
