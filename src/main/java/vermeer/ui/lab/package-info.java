/**
 * The workspace Attack: how little noise fools the network, how much blur, dark or paint it bears, and what defences are
 * worth. {@link vermeer.ui.lab.Lab} is what its pages share.
 */
package vermeer.ui.lab;
