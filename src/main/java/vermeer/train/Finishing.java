package vermeer.train;

import java.util.Optional;
import vermeer.cache.DiskCache;
import vermeer.engine.Engine;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.image.Decoder;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.train.cut.Backbone;
import vermeer.train.loop.TrainedWeights;

/** Makes files of what a run has learned, and checks each. */
record Finishing(Engine engine, Decoder decoder, DiskCache cache) {

    /** @throws TrainingException where no epoch is complete, or the file does not answer as the trained parts do */
    JoinCheck finish(OpenModel model, RunFolder folder, RunPlan plan, Progress progress)
            throws TrainingException, CancelledException {
        TrainedWeights trained = TrainedWeights.read(folder);
        Backbone backbone = FineTuning.backbone(model);
        CheckPhotos photos = CheckPhotos.of(decoder, model.profile(), plan);
        Optional<ZipOutcome> zip = Optional.empty();
        if (ZipWriting.applies(model)) {
            zip = Optional.of(new ZipWriting(engine, cache)
                    .write(
                            model,
                            backbone,
                            TunedModel.joined(backbone, plan, trained, zip),
                            trained.weights().keySet().stream().sorted().toList(),
                            folder,
                            photos,
                            progress.part(0, 0.9)));
        }
        TunedModel.write(TunedModel.joined(backbone, plan, trained, zip), folder.model());
        if (zip.isPresent()) {
            record(folder, plan, trained, zip);
        }
        return new JoinCheck.Checking(engine, photos).check(folder, zip, progress.part(zip.isPresent() ? 0.9 : 0, 1));
    }

    private static void record(RunFolder folder, RunPlan plan, TrainedWeights trained, Optional<ZipOutcome> zip)
            throws TrainingException {
        try {
            AtomicFile.write(
                    folder.record(), TunedModel.record(plan, trained, zip).toPrettyString() + "\n");
        } catch (FileException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }
}
