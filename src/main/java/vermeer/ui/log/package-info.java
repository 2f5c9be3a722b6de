/** The log file in the user's folder: what went wrong, with causes, for those who help. */
package vermeer.ui.log;
