package vermeer.ui.session;

import java.util.Optional;
import vermeer.file.FileException;
import vermeer.session.Recovery;
import vermeer.session.RecoveryFile;
import vermeer.session.RecoveryFolder;

/** The window's own recovery file, which is made when there is something to keep. May be used from any thread. */
final class Keeping {
    private final RecoveryFolder folder;
    private RecoveryFile file;
    private boolean closed;

    Keeping(RecoveryFolder folder) {
        this.folder = folder;
    }

    RecoveryFolder folder() {
        return folder;
    }

    /** Keeps a state, unless a newer one is kept, or the window is closed. */
    synchronized boolean keep(Recovery recovery) throws FileException {
        if (closed) {
            return false;
        }
        if (file == null) {
            file = folder.open();
        }
        return file.keep(recovery);
    }

    /** Forgets what was kept. */
    synchronized void discard() {
        Optional.ofNullable(file).ifPresent(RecoveryFile::discard);
    }

    /** Forgets what was kept and lets go of the file, as the window closes in peace. */
    synchronized void close() {
        closed = true;
        if (file != null) {
            file.discard();
            file.close();
        }
    }
}
