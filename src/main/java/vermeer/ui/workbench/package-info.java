/** The composition root: what the window works with, put together without a toolkit. */
package vermeer.ui.workbench;
