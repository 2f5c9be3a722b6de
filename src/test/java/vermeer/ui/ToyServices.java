package vermeer.ui;

import java.nio.file.Path;
import java.util.List;
import vermeer.attribution.AttributionMethods;
import vermeer.cache.DiskCache;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.model.Download;
import vermeer.model.Zoo;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.preference.UserFolders;
import vermeer.ui.workbench.Services;

/** The window's services with a toy network in place of a model file. */
public final class ToyServices {
    private ToyServices() {}

    /** @param home holds the preferences */
    public static Services in(Path home, List<Path> pictures) {
        PictureReader reader = new PictureReader((file, progress) -> {
            throw new PictureException(file.getFileName() + " needs the worker.");
        });
        return new Services(
                reader,
                (file, progress) ->
                        new ToyNetwork(file.toString(), !file.toString().contains("scores")),
                AttributionMethods.all(),
                new UserFolders(home, home, home.resolve("models")),
                new Services.Samples(List.of(home.resolve("toy.onnx")), pictures),
                new Zoo(Download.patient()),
                new DiskCache(home.resolve("cache"), DiskCache.TEN_GIGABYTES));
    }
}
