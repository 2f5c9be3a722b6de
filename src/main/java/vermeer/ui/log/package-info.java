/** The log file in the user's folder: what went wrong, with causes, for those who help; and the sheet that shows its end. */
package vermeer.ui.log;
