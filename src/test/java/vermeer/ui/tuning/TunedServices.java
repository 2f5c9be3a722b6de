package vermeer.ui.tuning;

import java.nio.file.Path;
import java.util.List;
import vermeer.attribution.GradCam;
import vermeer.attribution.Occlusion;
import vermeer.cache.DiskCache;
import vermeer.cli.TinyNetwork;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.model.Download;
import vermeer.model.Zoo;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.preference.UserFolders;
import vermeer.ui.workbench.Services;

/** The window's services with a real, tiny network in a file, and photos that it mostly knows. */
public final class TunedServices {
    public static final int RED = 0xff0000;
    public static final int BLUE = 0x0000ff;

    private TunedServices() {}

    public static Services in(Path home) {
        return new Services(
                new PictureReader((file, progress) -> {
                    throw new PictureException("no worker here");
                }),
                new FileModelOpener(List.of()),
                List.of(new GradCam(), new Occlusion()),
                new UserFolders(home, home, home.resolve("models")),
                Services.Samples.none(),
                () -> new Zoo(Download.patient()),
                new DiskCache(home.resolve("cache"), DiskCache.TEN_GIGABYTES));
    }

    /** Twelve red and twelve blue photos to learn from, ten each for dev; two of dev's reds are blue. */
    public static Path photos(Path home) throws Exception {
        Path folder = home.resolve("photos");
        for (int i = 0; i < 12; i++) {
            TinyNetwork.picture(folder.resolve("train/red/" + i + ".png"), RED);
            TinyNetwork.picture(folder.resolve("train/blue/" + i + ".png"), BLUE);
        }
        for (int i = 0; i < 10; i++) {
            TinyNetwork.picture(folder.resolve("dev/red/" + i + ".png"), i < 2 ? BLUE : RED);
            TinyNetwork.picture(folder.resolve("dev/blue/" + i + ".png"), BLUE);
        }
        return folder;
    }
}
