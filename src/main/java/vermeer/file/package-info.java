/** Writing files so that a crash, a full disk or a lost power line never costs the file that was there; reading strangers' JSON. */
package vermeer.file;
