/**
 * The session in the window: what was asked and noted, saved, kept against a crash, opened again exactly, and written as a report.
 */
package vermeer.ui.session;
