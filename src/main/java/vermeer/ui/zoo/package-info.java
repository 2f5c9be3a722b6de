/** The networks of the zoos: what each is, and the ways to get its file. */
package vermeer.ui.zoo;
