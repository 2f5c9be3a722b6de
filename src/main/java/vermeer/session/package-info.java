/**
 * What was done in an investigation, as a file that is reopened exactly: model, pictures, explanations, notes and views. May
 * know everything but the command line and the window.
 */
package vermeer.session;
