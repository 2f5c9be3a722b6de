/** The application as it is handed out: launcher and application image. */
package vermeer.packaging;
