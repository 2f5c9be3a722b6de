package vermeer.ui.compare;

/** What the columns of the grid are; its rows are methods. */
public enum Axis {
    CLASSES(
            "Classes",
            "Methods × classes: several explanations of one picture, for the predicted, the true and other classes"),
    PICTURES("Pictures", "Methods × pictures: the same methods on several pictures"),
    MODELS("Models", "Model A × model B: the same picture and class, asked of two models");

    private final String title;
    private final String purpose;

    Axis(String title, String purpose) {
        this.title = title;
        this.purpose = purpose;
    }

    public String title() {
        return title;
    }

    /** One sentence for people. */
    public String purpose() {
        return purpose;
    }
}
