/** Settings as data: a record's components with their units, ranges and texts, for forms, command line and files. */
package vermeer.setting;
