/** What the user must know, one sentence at a time. */
package vermeer.ui.notice;
