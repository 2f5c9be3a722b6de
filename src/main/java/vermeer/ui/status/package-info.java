/** The line at the bottom: which engine, which model, what runs. */
package vermeer.ui.status;
