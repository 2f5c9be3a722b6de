/** The documents against the program. */
package vermeer.documentation;
