package vermeer.ui;

import java.nio.file.Path;
import java.util.List;
import vermeer.attribution.GradCam;
import vermeer.attribution.Gradient;
import vermeer.attribution.GradientTimesInput;
import vermeer.attribution.Occlusion;
import vermeer.cache.DiskCache;
import vermeer.image.InputProfile;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Download;
import vermeer.model.Zoo;
import vermeer.model.ZooNetwork;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.opening.ModelOpener;
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
                new ToyModels(),
                List.of(new Gradient(), new GradCam(), new Occlusion(), new GradientTimesInput()),
                new UserFolders(home, home, home.resolve("models")),
                new Services.Samples(List.of(home.resolve("toy.onnx")), pictures),
                () -> new Zoo(Download.patient()),
                new DiskCache(home.resolve("cache"), DiskCache.TEN_GIGABYTES));
    }

    /** Opens every file as the toy network; one with "scores" in its name as one without gradients. */
    private static final class ToyModels implements ModelOpener {
        @Override
        public Network open(Path file, Progress progress) {
            return new ToyNetwork(file.toString(), !file.toString().contains("scores"));
        }

        @Override
        public Network open(Path file, InputProfile edited, Progress progress) {
            return open(file, progress);
        }

        @Override
        public Network build(ZooNetwork network, Progress progress) {
            return open(Path.of(network.name()), progress);
        }
    }
}
