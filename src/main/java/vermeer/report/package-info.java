/**
 * Findings for people who never saw Vermeer: one HTML file and one PDF of the same content. May know everything but the command
 * line and the window.
 */
package vermeer.report;
