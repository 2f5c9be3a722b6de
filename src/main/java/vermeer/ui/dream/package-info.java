/**
 * The workspace Dream: what a picture is made for and how, the picture as it becomes, and handing it on. A dream is kept with
 * all pictures on its way until the next one begins.
 */
package vermeer.ui.dream;
