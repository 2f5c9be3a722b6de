/** Where labels are: in the names of folders, in a table, in the names of files. */
package vermeer.data.label;
