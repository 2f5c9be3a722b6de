package vermeer.dl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.worker.Conversion;

/** Builds a network of DL4J's zoo, gives it random weights that can be judged, and converts it. */
final class ZooConversion {
    private static final long WEIGHTS_SEED = 7;
    private static final long SETTLING_SEED = 1;
    private static final long INPUT_SEED = 2;
    private static final int SETTLING_PICTURES = 4;

    private ZooConversion() {}

    static Conversion run(String name, Path folder, Progress progress) throws ConversionException, CancelledException {
        Network network = ZooNetworks.build(name);
        long[] shape = ZooNetworks.shape(name);
        INDArray settling = RandomWeights.pictures(SETTLING_SEED, SETTLING_PICTURES, shape[0], shape[1], shape[2]);
        RandomWeights.settle(network, settling, WEIGHTS_SEED, progress.part(0, 0.7));
        INDArray random = RandomWeights.pictures(INPUT_SEED, 2, shape[0], shape[1], shape[2]);
        INDArray batch = Nd4j.concat(0, random, ParityPhoto.of(shape, false));
        return Export.write(
                network,
                batch,
                Map.of("vermeer.source", "DL4J zoo, random weights", "vermeer.layout", "NCHW"),
                List.of("DL4J's server for pretrained weights has been switched off, so " + name
                        + " has random weights: it shows the architecture, its answers mean nothing."),
                folder,
                progress.part(0.7, 1));
    }
}
