package vermeer.image;

/** The channels that a network reads, in its order. */
public enum ChannelOrder {
    RGB(3),
    BGR(3),
    /** One channel of brightness: 0.299 red + 0.587 green + 0.114 blue, rounded as Pillow's mode L. */
    GREY(1);

    private final int count;

    ChannelOrder(int count) {
        this.count = count;
    }

    public int count() {
        return count;
    }
}
