/**
 * Can this map be believed? The workspace Trust: measures of the map in sight beside controls, the randomisation test, and all
 * methods ranked for one picture. {@link vermeer.ui.trust.Trust} puts it together.
 */
package vermeer.ui.trust;
