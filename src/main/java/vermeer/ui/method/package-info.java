/** The palette of methods, their settings, and what they show and don't. */
package vermeer.ui.method;
