/** Rules about the code itself: which package may know which. */
package vermeer.architecture;
