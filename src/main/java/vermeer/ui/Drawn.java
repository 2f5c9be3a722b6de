package vermeer.ui;

import javafx.animation.AnimationTimer;

/** Waits until what has just changed is drawn. */
final class Drawn {
    /** The first pulse lays a change out and draws it; when the second one begins, it is drawn. */
    private static final int PULSES = 2;

    private Drawn() {}

    /** Runs an action when what has been changed until now is drawn; to be called and run on the JavaFX thread. */
    static void then(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == PULSES) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
