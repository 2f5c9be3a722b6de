package vermeer.report;

/** Text of files, classes and users as a report may show it: without characters that would hide or turn round others. */
final class PlainText {
    private static final int REPLACEMENT = 0xfffd;

    private PlainText() {}

    /** The text with control and invisible formatting characters replaced; line breaks stay. */
    static String of(String text) {
        return text.codePoints()
                .map(character -> shown(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.FORMAT -> character == 0x200d || character == 0x200c || character == 0xad;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> (character & 0xfffe) != 0xfffe;
        };
    }
}
