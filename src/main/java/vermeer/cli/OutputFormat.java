package vermeer.cli;

/** How results are printed. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line, for programs. */
    JSON
}
