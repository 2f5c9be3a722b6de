/**
 * The workspace that sets maps beside each other: a grid of methods by classes, pictures or models, a curtain over any two of
 * them, and a second model's answers beside the first one's.
 */
package vermeer.ui.compare;
